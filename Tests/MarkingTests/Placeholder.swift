import Testing

@testable import Marking
