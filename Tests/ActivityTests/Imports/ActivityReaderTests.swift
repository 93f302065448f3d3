import Tabular
import Testing
import Vocabulary

@testable import Activity

struct ActivityReaderTests {
    @Test func `a row comes out typed, in whole pence and exact units`() throws {
        var file = MadeFile()
        file.add([
            "cost": "£1,234.56", "unitPrice": "617.2812345", "activity": "2.5", "startDay": "31/03/2025",
            "lengthOfStay": "3", "tariff": " AA22C ", "spell": "S, 1",
        ])
        file.rows[0][file.layout.columns.firstIndex { $0.field == "unitPrice" }!] = "617.281234"
        let batch = try file.read()
        #expect(batch.numbers(file.place("cost")) == [123_456])
        #expect(batch.numbers(file.place("unitPrice")) == [617_281_234])
        #expect(batch.numbers(file.place("activity")) == [25_000])
        #expect(batch.numbers(file.place("startDay")) == [Day("2025-03-31")!.number])
        #expect(batch.numbers(file.place("lengthOfStay")) == [3] && batch.numbers(file.place("age")) == [nil])
        #expect(batch.texts(file.place("tariff")) == ["AA22C"] && batch.texts(file.place("spell")) == ["S, 1"])
        #expect(batch.texts(file.place("site")) == [nil])
        #expect(batch.rows == [1] && batch.problems.isEmpty)
    }

    @Test(arguments: [
        ("cost", "TBC", ActivityProblem.Code.unreadableAmount), ("cost", "1e5", .unreadableAmount),
        ("cost", "12,34.00", .unreadableAmount), ("cost", "10.005", .fractionOfPenny),
        ("activity", "two", .unreadableCount),
        ("activity", "0.00001", .unreadableCount), ("financialYear", "215551", .unreadableYear),
        ("financialMonth", "110", .unreadableMonth), ("financialMonth", "5.5", .unreadableMonth),
        ("financialYear", "", .blank), ("provider", " ", .blank),
    ])
    func `a row without its place or its amount is refused, with the reason`(
        field: String, value: String, code: ActivityProblem.Code
    ) throws {
        var file = MadeFile()
        file.add(["localMonitoring": "before"])
        file.add([field: value, "startDay": "03/04/2025", "localMonitoring": "at fault"])
        file.add(["localMonitoring": "after"])
        let batch = try file.read()
        #expect(batch.problems.map(\.code) == [code])
        #expect(batch.problems[0].row == 2 && batch.problems[0].effect == .refused)
        #expect(batch.problems[0].place == file.layout.columns.firstIndex { $0.field == field })
        #expect(batch.rows == [1, 3])
        #expect(batch.texts(file.place("localMonitoring")) == ["before", "after"], "nothing of the row stays")
        #expect(batch.columns.allSatisfy { $0.isThere.count == 2 })
        #expect(batch.account.refused.rows == 1 && batch.account.read.rows == 3)
    }

    @Test(arguments: [
        ("startDay", "03/04/2025", ActivityProblem.Code.ambiguousDay), ("startDay", "soon", .unreadableDay),
        ("lengthOfStay", "2.5", .unreadableCount), ("unitPrice", "1.2345678", .unreadablePrice),
        ("age", "40+", .unreadableCount),
    ])
    func `any other value that cannot be read is left out with a problem, and its row is kept`(
        field: String, value: String, code: ActivityProblem.Code
    ) throws {
        var file = MadeFile()
        file.add([field: value])
        let batch = try file.read()
        #expect(batch.problems.map(\.code) == [code] && batch.problems[0].effect == .noted)
        #expect(batch.problems[0].value == "“\(value)”")
        #expect(batch.numbers(file.place(field)) == [nil] && batch.account.kept.rows == 1)
    }

    @Test(arguments: [
        ("(1,234.56)", -123_456), ("1234.5", 123_450), ("Â£12.00", 1_200), ("-£5", -500), ("£ 1,000", 100_000),
        ("0", 0),
        ("12.500", 1_250), ("5.00-", -500),
    ])
    func `money is read as people write it`(text: String, pence: Int) throws {
        var file = MadeFile()
        file.add(["cost": text])
        #expect(try file.read().numbers(file.place("cost")) == [pence])
    }

    @Test func `pounds are read as kept and refused, and what is missing or unreadable is counted`() throws {
        var file = MadeFile(.aggregate)
        file.add(["cost": "10.00"])
        file.add(["cost": "20.00", "financialMonth": "110"])
        file.add(["cost": "TBC"])
        file.add(["cost": ""])
        file.rows.append(["short", "row"])
        file.add(["cost": "-3.00", "provider": "RX2"])
        let batch = try file.read()
        #expect(batch.account.kept.rows == 3 && batch.account.kept.cost == Money(pence: 700))
        #expect(batch.account.kept.withoutCost == 1)
        #expect(batch.account.refused.rows == 3 && batch.account.refused.cost == Money(pence: 2_000))
        #expect(batch.account.refused.unreadableCost == 2)
        #expect(batch.account.read.cost == Money(pence: 2_700) && batch.account.read.rows == 6)
        #expect(batch.slices.values.reduce(.init()) { $0 + $1 } == batch.account.kept)
        let slice = ActivitySlice(provider: "RX2", year: FinancialYear(startingIn: 2025), month: 3)
        #expect(batch.slices[slice]?.cost == Money(pence: -300))
    }

    @Test func `cells in Windows-1252 are read as such, each by itself`() throws {
        var file = MadeFile()
        file.add(["localMonitoringDescription": "x", "cost": "y"])
        file.add(["localMonitoringDescription": "Çare — café", "cost": "2.00"])
        let text = file.bytes
        let first = text.firstIndex(of: UInt8(ascii: "x"))!
        var bytes = text
        bytes.replaceSubrange(first...first, with: [0x91, 0x63, 0x61, 0x66, 0xE9, 0x92, 0x81])
        let money = bytes.firstIndex(of: UInt8(ascii: "y"))!
        bytes.replaceSubrange(money...money, with: [0xA3, 0x31])
        let batch = try file.reader().read(RowPiece(bytes: bytes, delimiter: 44), firstRow: 2)
        #expect(
            batch.texts(file.place("localMonitoringDescription")) == ["‘café’\u{FFFD}", "Çare — café"])
        #expect(batch.numbers(file.place("cost")) == [100, 200])
        #expect(batch.cellsRepaired == 1 && batch.problems.map(\.code) == [.undefinedByte])
    }

    @Test func `a file that is cut off or is no text is refused`() throws {
        var file = MadeFile()
        file.add([:])
        let (reader, bytes) = (try file.reader(), file.bytes)
        for (piece, code) in [
            (bytes + Array("202526,RX1,\"open".utf8), "truncated"), (bytes + Array("202526,RX1".utf8), "truncated"),
            (bytes + [0, 10], "binary"),
        ] {
            let refusal = #expect(throws: Refusal.self) {
                try reader.read(RowPiece(bytes: piece, delimiter: 44), firstRow: 2)
            }
            #expect(refusal?.code == code)
        }
    }

    @Test(arguments: UInt64(1)...8)
    func `cutting a file anywhere between rows changes nothing that is read`(seed: UInt64) throws {
        var file = MadeFile()
        var state = seed
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let costs = ["1.00", "£2,000.10", "TBC", "", "(3.50)", "4.005"]
        for _ in 0..<200 {
            file.add([
                "cost": costs[draw(6)],
                "localMonitoringDescription": ["a\r\nb", "say \"x\"", "5\" drain", "é"][draw(4)],
                "financialMonth": "\(draw(13))", "startDay": ["03/04/2025", "31/12/2025", ""][draw(3)],
            ])
        }
        let (reader, bytes) = (try file.reader(), file.bytes)
        let whole = try reader.read(RowPiece(bytes: bytes, delimiter: 44), firstRow: 2)
        var (account, rest, lines) = (ActivityAccount(), bytes[...], 0)
        var (rows, problems): ([Int64], [ActivityProblem]) = ([], [])
        while !rest.isEmpty {
            var size = min(rest.count, 400 + draw(2_000))
            var end = RowPiece.endOfRows(in: Array(rest.prefix(size)), delimiter: 44)
            while end == 0 {
                size = min(rest.count, size * 2)
                end = RowPiece.endOfRows(in: Array(rest.prefix(size)), delimiter: 44)
            }
            let batch = try reader.read(RowPiece(bytes: Array(rest.prefix(end)), delimiter: 44), firstRow: 2 + lines)
            rest = rest.dropFirst(end)
            account += batch.account
            rows += batch.rows.map { $0 + Int64(lines) }
            problems += batch.problems.map { problem in
                var moved = problem
                moved.row += lines
                return moved
            }
            lines += batch.lines
        }
        #expect(account == whole.account && rows == whole.rows && problems == whole.problems && lines == whole.lines)
        #expect(account.read.rows == 200)
    }
}
