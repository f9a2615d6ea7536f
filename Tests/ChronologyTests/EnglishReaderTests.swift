import Testing

@testable import Chronology

/// What people type, and the EDTF of what they mean; "-" for what is no date.
private struct Table {
  let rows: [(typed: String, edtf: String)]

  init(_ text: String) {
    rows = text.split(separator: "\n").map { line in
      let columns = line.split(separator: "→").map { column in
        String(column).trimmed
      }
      return (columns[0], columns.count > 1 ? columns[1] : "")
    }
  }

  func check(_ location: SourceLocation = #_sourceLocation) {
    for (typed, edtf) in rows {
      #expect(HistoricalDate(typed)?.edtf ?? "-" == edtf, "\(typed)", sourceLocation: location)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite struct EnglishReaderTests {
  @Test func days() {
    Table(
      """
      25 July 1969 → 1969-07-25
      25th July 1969 → 1969-07-25
      25 of July 1969 → 1969-07-25
      the 25th of July, 1969 → 1969-07-25
      July 25, 1969 → 1969-07-25
      July 25th, 1969 → 1969-07-25
      July 25 1969 → 1969-07-25
      July the 25th, 1969 → 1969-07-25
      on July 25, 1969. → 1969-07-25
      JULY 25, 1969 → 1969-07-25
      25 jul 1969 → 1969-07-25
      25-Jul-1969 → 1969-07-25
      25/Jul/1969 → 1969-07-25
      25July1969 → 1969-07-25
      25. July 1969 → 1969-07-25
      1969 July 25 → 1969-07-25
      twenty-fifth of July, nineteen sixty-nine → 1969-07-25
      the twenty fifth of July 1969 → 1969-07-25
      Friday, 25 July 1969 → 1969-07-25
      Friday July 25th 1969 → 1969-07-25
      Fri., Jul. 25, 1969 → 1969-07-25
      25 July 1969, Friday → 1969-07-25
      July 25, 1969 (Friday) → 1969-07-25
      the 25th day of July 1969 → 1969-07-25
      1969, July 25 → 1969-07-25
      1969-Jul-25 → 1969-07-25
      1969/Jul/25 → 1969-07-25
      25 July, 1969 → 1969-07-25
      4 July 1776 → 1776-07-04
      the fourth of July 1776 → 1776-07-04
      14 July 1789 → 1789-07-14
      Sept. 1, 1939 → 1939-09-01
      1st September 1939 → 1939-09-01
      1 Sep 1939 → 1939-09-01
      May 8, 1945 → 1945-05-08
      29 February 2000 → 2000-02-29
      29 February 1900 → -
      31 April 1975 → -
      30 February 1969 → -
      32 July 1969 → -
      0 July 1969 → -
      11 November 1918 → 1918-11-11
      2nd Dec 1805 → 1805-12-02
      3rd January, 1521 → 1521-01-03
      """
    ).check()
  }

  @Test func daysInDigits() {
    Table(
      """
      25/7/1969 → 1969-07-25
      7/25/1969 → 1969-07-25
      25.7.1969 → 1969-07-25
      25-7-1969 → 1969-07-25
      25–07–1969 → 1969-07-25
      07/25/1969 → 1969-07-25
      1969-07-25 → 1969-07-25
      1969/7/25 → 1969-07-25
      1969.07.25 → 1969-07-25
      3/4/1969 → 1969-04-03
      25/13/1969 → -
      32/1/1969 → -
      13/13/1969 → -
      29/2/1900 → -
      25.7.69 → -
      7/11 → -
      11/1964 → 1964-11
      11.1964 → 1964-11
      11-1964 → 1964-11
      1964/11 → 1964-11
      1964-11 → 1964-11
      13/1964 → -
      """
    ).check()
  }

  @Test func monthsAndSeasons() {
    Table(
      """
      July 1957 → 1957-07
      July, 1957 → 1957-07
      July of 1957 → 1957-07
      in July 1957 → 1957-07
      in the month of July 1957 → 1957-07
      sometime in July 1957 → 1957-07
      Jan 1950 → 1950-01
      Jan. 1950 → 1950-01
      Sept 1972 → 1972-09
      mid-February 1983 → 1983-02-~10/1983-02-~20
      mid February 1983 → 1983-02-~10/1983-02-~20
      Mid–February 1983 → 1983-02-~10/1983-02-~20
      the middle of February 1983 → 1983-02-~10/1983-02-~20
      in the middle of February, 1983 → 1983-02-~10/1983-02-~20
      early July 1914 → 1914-07-~01/1914-07-~10
      late July 1914 → 1914-07-~20/1914-07-~31
      end of July 1914 → 1914-07-~20/1914-07-~31
      towards the end of February 1848 → 1848-02-~20/1848-02-~29
      first half of July 1914 → 1914-07-%01/1914-07-%15
      the second half of February 1848 → 1848-02-%16/1848-02-%29
      summer 1944 → 1944-22
      the summer of 1944 → 1944-22
      in Summer, 1944 → 1944-22
      1944, summer → 1944-22
      spring of 1848 → 1848-21
      autumn 1517 → 1517-23
      fall 1929 → 1929-23
      winter 1941 → 1941-24
      winter 1941–42 → 1941-24
      the winter of 1941/42 → 1941-24
      early summer 1944 → 1944-22
      first half of summer 1944 → -
      """
    ).check()
  }

  @Test func years() {
    Table(
      """
      1978 → 1978
      1978. → 1978
      in 1978 → 1978
      In the year 1978 → 1978
      the year 1978 → 1978
      during 1978 → 1978
      it was 1978 → 1978
      sometime in 1978 → 1978
      1066 → 1066
      1000 → 1000
      2100 → 2100
      999 → -
      2101 → -
      0476 → 0476
      00476 → -
      400 → -
      14 → -
      7 → -
      0 → -
      19788 → -
      1978 1979 → -
      not 1978 → -
      never 1978 → -
      1,978 → -
      1978 rubles → -
      1978 years → -
      1500 years → -
      1500 days → -
      1500% → -
      1978 in → -
      new 1978 → -
      old 1978 → -
      New Year 1959 → -
      the years 1978 → 1978
      nineteen sixty-nine → 1969
      nineteen-sixty-nine → 1969
      ten sixty-six → 1066
      nineteen hundred → 1900
      eighteen hundred and twelve → 1812
      nineteen oh five → 1905
      twenty twelve → 2012
      two thousand and four → 2004
      two thousand → 2000
      fourteen → -
      early 1965 → 1965-~01/1965-~04
      mid-1965 → 1965-~04/1965-~09
      late in 1965 → 1965-~09/1965-~12
      the end of 1989 → 1989-~09/1989-~12
      at the beginning of 1945 → 1945-~01/1945-~04
      at the start of 1945 → 1945-~01/1945-~04
      first half of 1945 → 1945-40
      the latter half of 1945 → 1945-41
      """
    ).check()
  }

  @Test func digitsOfOtherScripts() {
    Table(
      """
      ١٩٦٩ → 1969
      ۱۹۶۹ → 1969
      २५ July १९६९ → 1969-07-25
      ２５ July １９６９ → 1969-07-25
      ２５／７／１９６９ → 1969-07-25
      ١٩٦٥–١٩٦٨ → 1965/1968
      """
    ).check()
  }

  @Test func decades() {
    Table(
      """
      the 1960s → 196X
      1960s → 196X
      1960's → 196X
      1960’s → 196X
      the decade of the 1960s → 196X
      the first decade of the 20th century → 190X
      the last decade of the 19th century → 189X
      third decade of the 5th century BC → -047X
      nineteen-sixties → 196X
      the nineteen sixties → 196X
      mid-1960s → ~1963/~1967
      mid–1960s → ~1963/~1967
      mid 1960s → ~1963/~1967
      mid1960s → ~1963/~1967
      the middle of the 1960s → ~1963/~1967
      early 1960s → ~1960/~1964
      the early years of the 1960s → ~1960/~1964
      the early part of the 1960s → ~1960/~1964
      late 1940s → ~1945/~1949
      end of the 1940s → ~1945/~1949
      the end of the 1940s → ~1945/~1949
      at the close of the 1940s → ~1945/~1949
      the last years of the 1940s → ~1945/~1949
      the latter part of the 1940s → ~1945/~1949
      By the early 2010s → ~2010/~2014
      beginning of the 2010s → ~2010/~2014
      first half of the 1960s → %1960/%1964
      second half of the 1960s → %1965/%1969
      2nd half of the 1960s → %1965/%1969
      1900s → 190X
      2000s → 200X
      1800s (decade) → 180X
      440s BC → -044X
      450s → 045X
      60s → -
      the sixties → -
      1965s → -
      1960sx → -
      """
    ).check()
  }

  @Test func centuriesAndMillennia() {
    Table(
      """
      19th century → 18XX
      the 19th century → 18XX
      19th-century → 18XX
      19th c. → 18XX
      19th cent. → 18XX
      19 century → 18XX
      nineteenth century → 18XX
      the nineteenth century → 18XX
      XIX century → 18XX
      XIXth century → 18XX
      xix c. → 18XX
      twenty-first century → 20XX
      1800s → 18XX
      1700s → 17XX
      1st century → 00XX
      first century AD → 00XX
      5th century BC → -04XX
      fifth century B.C.E. → -04XX
      V century BC → -04XX
      1st century BC → -00XX
      early 19th century → ~180X/~183X
      mid-19th century → ~183X/~186X
      late nineteenth century → ~186X/~189X
      end of the 19th century → ~186X/~189X
      first half of the 19th century → %180X/%184X
      second half of the 5th century BC → %-044X/%-040X
      turn of the 20th century → ~189X/~190X
      at the turn of the twentieth century → ~189X/~190X
      the turn of the XX century → ~189X/~190X
      around the turn of the 20th century → ~189X/~190X
      turn of the millennium → ~199X/~200X
      the turn of the 3rd millennium → ~199X/~200X
      turn of the 1960s → -
      2nd millennium BC → -1XXX
      third millennium BCE → -2XXX
      the 2nd millenium → 1XXX
      early 2nd millennium BC → ~-19XX/~-16XX
      century → -
      XIX → -
      """
    ).check()
  }

  @Test func antiquity() {
    Table(
      """
      44 BC → -0043
      44 B.C. → -0043
      44 BCE → -0043
      44 b.c.e. → -0043
      44BC → -0043
      BC 44 → -0043
      in 44 BC → -0043
      forty-four BC → -0043
      15 March 44 BC → -0043-03-15
      March 15, 44 BC → -0043-03-15
      15/3/44 BC → -0043-03-15
      March 44 BC → -0043-03
      spring 44 BC → -0043-21
      early 44 BC → -0043-~01/-0043-~04
      AD 40 → 0040
      A.D. 40 → 0040
      40 AD → 0040
      40 CE → 0040
      24 August AD 79 → 0079-08-24
      AD 476 → 0476
      476 AD → 0476
      25 December 800 → 0800-12-25
      753 BC → -0752
      1 BC → 0000
      0 BC → -
      776 BC → -0775
      c. 1200 BC → -1199~
      10,000 BC → -9999
      264–146 BC → -0263/-0145
      264-241 B.C. → -0263/-0240
      264 BC to 146 BC → -0263/-0145
      27 BC – AD 14 → -0026/0014
      27 BC to 14 AD → -0026/0014
      146–264 BC → -
      44 BC AD → -
      """
    ).check()
  }

  @Test func reserve() {
    Table(
      """
      c. 1450 → 1450~
      c.1450 → 1450~
      c1450 → 1450~
      ca. 1450 → 1450~
      circa 1450 → 1450~
      about 1450 → 1450~
      around 1450 → 1450~
      approximately 1450 → 1450~
      ~1450 → 1450~
      1450~ → 1450~
      1450? → 1450?
      1450 (?) → 1450?
      perhaps 1450 → 1450?
      probably in 1450 → 1450?
      c. 1450? → 1450%
      around the 1450s → 145X~
      c. 25 July 1969 → 1969-07-25~
      about 400 → -
      """
    ).check()
  }

  @Test func ranges() {
    Table(
      """
      1965-1968 → 1965/1968
      1965–1968 → 1965/1968
      1965 — 1968 → 1965/1968
      1965/1968 → 1965/1968
      1965-68 → 1965/1968
      1965–8 → 1965/1968
      1965-8 → 1965/1968
      1965/66 → 1965/1966
      1914-18 → 1914/1918
      1914 - 18 → 1914/1918
      1965 to 1968 → 1965/1968
      1965 through 1968 → 1965/1968
      1965 until 1968 → 1965/1968
      1965 till 1968 → 1965/1968
      from 1965 to 1968 → 1965/1968
      from 1965-1968 → 1965/1968
      between 1965 and 1968 → 1965/1968
      between 1965 & 1968 → 1965/1968
      1968-1965 → -
      1965-1965 → -
      between 1965 → -
      1899-1902 → 1899/1902
      1904-07 → 1904-07
      1904–07 → 1904/1907
      1939-40 → 1939/1940
      from March to May 1965 → 1965-03/1965-05
      March–May 1965 → 1965-03/1965-05
      June 1964 until May 1965 → 1964-06/1965-05
      July 1914 – November 1918 → 1914-07/1918-11
      5–7 July 1969 → 1969-07-05/1969-07-07
      5-7 July 1969 → 1969-07-05/1969-07-07
      July 5-7, 1969 → 1969-07-05/1969-07-07
      July 5–12, 1969 → 1969-07-05/1969-07-12
      9/10 November 1938 → 1938-11-09/1938-11-10
      the years 1965–1968 → 1965/1968
      from the 5th to the 7th of July 1969 → 1969-07-05/1969-07-07
      20 October to 21 November 1962 → 1962-10-20/1962-11-21
      October 20 – November 21, 1962 → 1962-10-20/1962-11-21
      28/7/1914-11/11/1918 → 1914-07-28/1918-11-11
      late 1940s to mid-1960s → ~1945/~1967
      early to mid-1960s → ~1960/~1967
      mid-to-late 1960s → ~1963/~1969
      1960s–70s → 196X/197X
      18th–19th centuries → 17XX/18XX
      XVIII–XIX centuries → 17XX/18XX
      from the 3rd to the 5th century → 02XX/04XX
      spring–summer 1944 → 1944-21/1944-22
      c. 1450 – c. 1460 → 1450~/1460~
      """
    ).check()
  }

  @Test func openRangesAndRelations() {
    Table(
      """
      since 1975 → 1975/..
      from 1975 → 1975/..
      from 1975 onwards → 1975/..
      1975 onwards → 1975/..
      1975– → 1975/..
      1975-present → 1975/..
      1975 to today → 1975/..
      until 1975 → ../1975
      till April 1975 → ../1975-04
      1965 – unknown → 1965/
      unknown – 1968 → /1968
      before 1975 → [..1974]
      before April 1975 → [..1975-03]
      before 1 January 1900 → [..1899-12-31]
      after 1975 → [1976..]
      after the 1960s → [197X..]
      before the 19th century → [..17XX]
      after 1 BC → [0001..]
      after the 1st century BC → [00XX..]
      after the mid-1960s → [~1967..]
      before c. 1450 → [..1449~]
      """
    ).check()
  }

  @Test func sets() {
    Table(
      """
      January and September 1966 → {1966-01,1966-09}
      September and January 1966 → {1966-01,1966-09}
      January 1966 and September 1966 → {1966-01,1966-09}
      October 23 and 24, 1962 → {1962-10-23,1962-10-24}
      23 and 24 October 1962 → {1962-10-23,1962-10-24}
      5 July and 7 August 1969 → {1969-07-05,1969-08-07}
      1965, 1966 and 1970 → {1965,1966,1970}
      1965 & 1967 → {1965,1967}
      1965, 1967 → {1965,1967}
      1965 or 1966 → [1965,1966]
      1965 and 66 → {1965,1966}
      the 1960s and 70s → {196X,197X}
      1965 and → -
      , 1965 → -
      1965 and 1966 or 1967 → -
      1965 1966 and 1967 → -
      1965 and 1965 → -
      """
    ).check()
  }

  @Test func calendarStyles() {
    Table(
      """
      25 October 1917 (O.S.) → 1917-11-07
      25 October 1917 O.S. → 1917-11-07
      25 October 1917, Old Style → 1917-11-07
      25 October 1917 (Julian calendar) → 1917-11-07
      7 November 1917 (N.S.) → 1917-11-07
      7 November 1917 New Style → 1917-11-07
      29 February 1900 (O.S.) → 1900-03-13
      29 February 1700 → -
      """
    ).check()
    #expect(HistoricalDate("25 October 1917 (O.S.)")?.english == "25 October 1917 (O.S.)")
    #expect(HistoricalDate("7 November 1917 New Style")?.english == "7 November 1917 (N.S.)")
  }

  @Test func weekdays() {
    #expect(HistoricalDate("Friday 25 July 1969")?.english == "25 July 1969")
    #expect(HistoricalDate("Saturday 25 July 1969")?.english == "Saturday 25 July 1969")
    // In the Julian calendar of the time; so, too, in Russia until 1918.
    #expect(HistoricalDate("Friday 13 October 1307")?.english == "13 October 1307")
    #expect(HistoricalDate("Wednesday 25 October 1917 (O.S.)")?.english == "25 October 1917 (O.S.)")
    #expect(HistoricalDate("Friday July 1969") == nil)
  }

  @Test func misspeltWords() {
    Table(
      """
      17 Septmber 1972 → 1972-09-17
      mid Febuary 1983 → 1983-02-~10/1983-02-~20
      Feburary 1983 → 1983-02
      Janurary 1966 → 1966-01
      Januray 1966 → 1966-01
      Agust 1957 → 1957-08
      Augsut 1957 → 1957-08
      Octomber 1980 → 1980-10
      Novemebr 1964 → 1964-11
      Decemeber 1991 → 1991-12
      Marhc 1848 → 1848-03
      Apirl 1975 → 1975-04
      Jully 1957 → 1957-07
      Junne 1957 → 1957-06
      Juny 1957 → -
      Jule 1957 → -
      Mai 1968 → -
      Mach 1848 → 1848-03
      19th centry → 18XX
      ninteenth century → -
      sumer 1944 → 1944-22
      begining of 1945 → 1945-~01/1945-~04
      Remember 1941 → -
      """
    ).check()
  }

  @Test func otherAnswersAreNoDates() {
    Table(
      """
      Kim Il Sung → -
      it was rejected → -
      Władysław Gomułka → -
      May → -
      March → -
      August → -
      July → -
      25 July → -
      mid-February → -
      Friday → -
      the Sixth Congress → -
      38th parallel → -
      Article 5 → -
      U-2 → -
      50,000 rubles → -
      12,300,333 rubles → -
      20,000 tons → -
      3.5 → -
      1/2 → -
      50% → -
      Nicholas II → -
      Second World War → -
      the following year → -
      idk → -
      the → -
      of the → -
      c. → -
      BC → -
      mid → -
      - → -
      ? → -
      1978 (see above) → -
      """
    ).check()
    #expect(HistoricalDate("") == nil)
    #expect(HistoricalDate(String(repeating: "1978 ", count: 20_000)) == nil)
  }
}
