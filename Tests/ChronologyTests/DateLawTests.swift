import Proving
import Testing

@testable import Chronology

/// What holds for every date, tried on random ones.
@Suite struct DateLawTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func printedEnglishReadsAsTheSameDate(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let date = maker.date()
      #expect(HistoricalDate(date.english) == date, "\(date.english) · \(date.edtf)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func writtenEDTFReadsAsTheSameDate(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let date = maker.date()
      #expect(HistoricalDate(edtf: date.edtf) == date, "\(date.english) · \(date.edtf)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func boundsNestWithPrecision(seed: UInt64) throws {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let year = maker.year()
      guard (-9999...9999).contains(year), year != 0 else { continue }
      let month = Int.random(in: 1...12, using: &maker.random)
      let units: [CalendarUnit?] = [
        .day(year: year, month: month, day: Int.random(in: 1...28, using: &maker.random)),
        .month(year: year, month: month), .year(year),
        CalendarUnit.year(year).century.map { .century($0) },
        .millennium(CalendarUnit.year(year).millennium),
      ]
      let periods = units.compactMap(\.self).compactMap { Period($0) }
      #expect(periods.count == 5)
      for (inner, outer) in zip(periods, periods.dropFirst()) {
        #expect(HistoricalDate(outer).contains(HistoricalDate(inner)))
        #expect(!HistoricalDate(inner).contains(HistoricalDate(outer)))
      }
      if let decade = CalendarUnit.year(year).decade.flatMap({ Period(.decade($0)) }) {
        #expect(HistoricalDate(decade).contains(HistoricalDate(periods[2])))
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func partsLieInTheirUnit(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let period = maker.period()
      guard let part = period.part, part != .turn, let whole = Period(period.unit) else { continue }
      #expect(HistoricalDate(whole).contains(HistoricalDate(period)), "\(period.english)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func orderIsAntisymmetricAndTransitive(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let (first, second, third) = (maker.date(), maker.date(), maker.date())
      #expect(first.order(to: first) == .same)
      switch first.order(to: second) {
      case .before: #expect(second.order(to: first) == .after)
      case .after: #expect(second.order(to: first) == .before)
      case .same: #expect(first == second)
      case .unknown: #expect(second.order(to: first) == .unknown)
      }
      if first.order(to: second) == .before, second.order(to: third) == .before {
        #expect(first.order(to: third) == .before)
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func datesThatContainEachOtherHaveNoOrder(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let (first, second) = (maker.date(), maker.date())
      guard first != second, first.contains(second), second.bounds.first != nil else { continue }
      #expect(first.order(to: second) == .unknown, "\(first.english) · \(second.english)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func agreementIsReflexive(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<50 {
      let date = maker.date()
      #expect(date.agreement(with: date) == .same)
      #expect(date.judgement(of: date.english)?.agreement == .same, "\(date.english)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func finerOneWayIsCoarserTheOther(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<100 {
      let (first, second) = (maker.period(), maker.period())
      switch first.agreement(with: second) {
      case .finer:
        guard case .coarser = second.agreement(with: first) else {
          Issue.record("\(first.english) · \(second.english)")
          continue
        }
      case .coarser:
        guard case .finer = second.agreement(with: first) else {
          Issue.record("\(first.english) · \(second.english)")
          continue
        }
      case .same, .oneEnd, .incomplete, .hedging, .overlapping, .contradicting: break
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func aMisprintedDigitNeverAgrees(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    for _ in 0..<20 {
      guard let period = Period(maker.unit()) else { continue }
      let date = HistoricalDate(period)
      var text = Array(date.english.utf8)
      let places = text.indices.filter { (0x30...0x39).contains(text[$0]) }
      guard let place = places.randomElement(using: &maker.random) else { continue }
      switch Int.random(in: 0..<3, using: &maker.random) {
      case 0:
        text[place] =
          0x30 + (text[place] - 0x30 + UInt8.random(in: 1...9, using: &maker.random)) % 10
      case 1: text.insert(UInt8.random(in: 0x30...0x39, using: &maker.random), at: place)
      default:
        let other = places.randomElement(using: &maker.random) ?? place
        text.swapAt(place, other)
      }
      let typed = String(decoding: text, as: UTF8.self)
      guard numbers(in: typed) != numbers(in: date.english) else { continue }
      #expect(date.judgement(of: typed)?.agreement != .same, "\(date.english) · \(typed)")
    }
  }

  /// The numbers in a text without their leading zeros.
  private func numbers(in text: String) -> [Substring] {
    text.split { !("0"..."9").contains($0) }.map { $0.drop { $0 == "0" } }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func anExtraWordIsNeverSwallowed(seed: UInt64) {
    var maker = DateMaker(seed: seed)
    let words = ["not", "never", "except", "no", "war", "battle", "king", "rubles", "men", "x"]
    for _ in 0..<20 {
      let date = maker.date()
      var pieces = date.english.split(separator: " ").map(String.init)
      let word = words.randomElement(using: &maker.random) ?? "not"
      pieces.insert(word, at: Int.random(in: 0...pieces.count, using: &maker.random))
      let typed = pieces.joined(separator: " ")
      #expect(HistoricalDate(typed) == nil, "\(typed)")
      #expect(HistoricalDate.readings(of: typed).isEmpty, "\(typed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func randomBytesNeverCrash(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "july", "25", "1969", "-", "–", "/", ".", ",", " ", "the", "of", "century", "19th", "mid",
      "bc", "(", ")", "?", "~", "XX", "..", "[", "]", "{", "}", "nineteen", "sixty", "hundred",
      "thousand", "'", "to", "and", "or", "since", "before", "1960s", "60s", "late", "half",
      "first", "o.s.", "Y-", "9999999999", "0", "٣", "é", "turn", "millennium", "winter",
    ]
    let probe = HistoricalDate("15 March 44 BC")
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
        if Bool.random(using: &random) { bytes.append(0x20) }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let date = HistoricalDate(text) {
        #expect(HistoricalDate(date.english) == date, "\(text) · \(date.english)")
      }
      for reading in HistoricalDate.readings(of: text) { _ = probe?.judgement(of: reading) }
    }
  }
}
