import Proving
import Testing

@testable import Language

@Suite struct WeightTableTests {
  /// The sum that a score is, written as plainly as can be.
  private static func plainScores(_ table: WeightTable, _ features: borrowing FeatureList)
    -> [Int32]
  {
    var scores = [Int32](repeating: 0, count: table.classes)
    for index in 0..<features.count {
      let row = Int(features.rows[index]) % (1 << table.rowBits)
      for label in 0..<table.classes { scores[label] += table[row + label] }
    }
    return scores
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func vectorsGiveTheSameSumsAsALoop(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let classes = 1 + Int(random.next() % 120)
    let precision: WeightTable.Precision = seed % 2 == 0 ? .companded : .plain
    let table = try #require(RandomModels.weights(classes: classes, precision: precision, &random))
    var features = FeatureList()
    for _ in 0..<Int(random.next() % 140) { features.add(random.next()) }
    var scores = [Int32](repeating: 0, count: WeightTable.paddedClasses(classes))
    scores.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { table.score(features, into: base) }
    }
    #expect(Array(scores.prefix(classes)) == Self.plainScores(table, features))
  }

  @Test func keepsSmallWeightsApartInEightBits() throws {
    let size = WeightTable.size(rowBits: 1, classes: 1)
    var learnt = [Double](repeating: 0, count: size)
    learnt[0] = 16_129
    learnt[1] = -4
    learnt[2] = 1
    let table = try #require(
      WeightTable(learnt, classes: 1, rowBits: 1, precision: .companded))
    #expect([table[0], table[1], table[2], table[3]] == [16_129, -4, 1, 0])
    #expect(Array(table.bytes.prefix(4)) == [127, 254, 1, 0])
  }

  @Test func keepsSixteenBits() throws {
    let size = WeightTable.size(rowBits: 1, classes: 1)
    var learnt = [Double](repeating: 0, count: size)
    learnt[0] = -2
    learnt[1] = 1
    let table = try #require(WeightTable(learnt, classes: 1, rowBits: 1, precision: .plain))
    #expect([table[0], table[1], table[2]] == [-32_767, 16_384, 0])
  }

  @Test func refusesAWrongSize() {
    #expect(WeightTable(classes: 3, rowBits: 4, precision: .plain, bytes: [0, 0, 0]) == nil)
    #expect(WeightTable(classes: 0, rowBits: 4, precision: .plain, bytes: []) == nil)
    #expect(WeightTable(classes: 1, rowBits: 64, precision: .plain, bytes: []) == nil)
  }
}
