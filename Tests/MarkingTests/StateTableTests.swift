import Foundation
import Testing

@testable import Marking

@Suite struct StateTableTests {
  private func states(_ name: String) throws -> Set<String> {
    let table = try StateTable.load(from: Fixtures.data)
    return Set(table.lookup(Folded(name).words[...]).map { table.states[$0.state].id })
  }

  @Test func findsAStateByEachOfItsNames() throws {
    for name in ["North Korea", "DPRK", "N. Korea", "Democratic People's Republic of Korea"] {
      #expect(try states(name) == ["prk"])
    }
    #expect(try states("the Netherlands") == ["nld"])
    #expect(try states("Viet Nam") == ["vnm", "h-dvn", "h-rvn", "h-dai"])
    #expect(try states("Atlantis") == [])
  }

  @Test func theDemocraticRepublicIsNotTheRepublic() throws {
    #expect(try states("Democratic Republic of Vietnam") == ["h-dvn"])
    #expect(try states("Republic of Vietnam") == ["h-rvn"])
    #expect(try states("Republic of Korea") == ["kor"])
  }

  @Test func idsAreUnique() throws {
    let ids = try StateTable.load(from: Fixtures.data).states.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func aMissingFileIsAnError() {
    #expect(throws: DataError.self) { try StateTable.load(from: "nowhere") }
  }

  private static let isoCodes = "/usr/share/iso-codes/json/iso_3166-1.json"

  /// Names in the standard that are written for sorting: "Korea, Republic of".
  private func spoken(_ name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return name }
    return parts[1].trimmingCharacters(in: .whitespaces) + " " + parts[0]
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: isoCodes),
      "Debian's package iso-codes is not installed"))
  func everyStateOfTheStandardIsThere() throws {
    let data = try Data(contentsOf: URL(filePath: Self.isoCodes))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let list = try #require(root["3166-1"] as? [[String: String]])
    #expect(list.count >= 249)
    let table = try StateTable.load(from: Fixtures.data)
    for entry in list {
      let id = try #require(entry["alpha_3"]).lowercased()
      for name in [entry["name"], entry["common_name"], entry["official_name"]] {
        guard let name else { continue }
        let found = [name, spoken(name)].flatMap { text in
          table.lookup(Folded(text).words[...]).map { table.states[$0.state].id }
        }
        #expect(found.contains(id), "\(id) is not found as \(name)")
      }
    }
  }
}
