import Testing

@testable import Memory

@Suite struct ParametersTests {
  @Test func publishedParametersAreWithinTheirBounds() throws {
    #expect(try Parameters(Scheduler.defaultParameters) == .published)
    #expect(Parameters.bounds.count == 21)
  }

  @Test func theEndsOfTheBoundsAreAllowed() throws {
    #expect(try Parameters(Parameters.bounds.map(\.lowerBound)).values[20] == 0.1)
    #expect(try Parameters(Parameters.bounds.map(\.upperBound)).values[20] == 0.8)
  }

  @Test(arguments: 0..<21)
  func aValueBeyondItsBoundsIsNamed(index: Int) {
    let bounds = Parameters.bounds[index]
    for value in [bounds.lowerBound.nextDown, bounds.upperBound.nextUp, .infinity, -.infinity] {
      var values = Scheduler.defaultParameters
      values[index] = value
      #expect(throws: SettingError.parameter(index: index, value: value, bounds: bounds)) {
        try Parameters(values)
      }
    }
  }

  @Test func whatIsNoNumberIsRefused() {
    var values = Scheduler.defaultParameters
    values[7] = .nan
    do throws(SettingError) {
      _ = try Parameters(values)
      Issue.record("accepted")
    } catch {
      guard case .parameter(index: 7, value: let value, bounds: 0.001...0.75) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(value.isNaN)
    }
  }

  @Test(arguments: [0, 1, 16, 18, 20, 22, 35])
  func anotherCountIsRefused(count: Int) {
    #expect(throws: SettingError.parameterCount(count)) {
      try Parameters([Double](repeating: 0.5, count: count))
    }
  }

  @Test func theNineteenOfFSRS5KeepTheirForgettingCurve() throws {
    let values = Array(Scheduler.defaultParameters.prefix(19))
    #expect(try Parameters(values).values == values + [0, 0.5])
  }

  /// The defaults of FSRS-4.5, and what fsrs-rs's formula makes of w4, w5 and w6.
  @Test func theSeventeenOfFSRS45ChangeTheirScaleOfDifficulty() throws {
    let old = [
      0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461,
      2.1072, 0.0793, 0.3246, 1.587, 0.2272, 2.8755,
    ]
    var new = old + [0, 0, 0, 0.5]
    new[4] = 7.6214
    new[5] = 0.5151015475014994
    new[6] = 1.3975
    let values = try Parameters(old).values
    #expect(values.count == 21)
    #expect(zip(values, new).allSatisfy { abs($0 - $1) < 1e-12 }, "\(values)")
  }
}
