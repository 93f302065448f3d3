import Contracts
import Exemplar
import Files
import HTTPTypes
import Pages
import Store
import Tabular
import Testing
import Vocabulary

@testable import Web

/// Each page and its downloads over invented data.
struct AnswersTests {
    /// Pages, without the stylesheet, the feeds, and the one that is not there unless mail is sent.
    private func pages(of served: Served) throws -> [Route] {
        try SiteTests.routes(of: served.store).filter { route in
            if case .feed = route { return false }
            return route != .stylesheet && route != .mail
        }
    }

    /// Names in the exemplar that may be a person's.
    private static let personalNames: Set<String> = {
        let names = Served.exemplar.months.flatMap { $0 }.map(\.providerName)
        return Set(names.filter { ProviderName.mayBePersonal($0) })
    }()

    @Test func `every page says that its figures are invented and how far they reach`() async throws {
        let served = try Served.filled.get()
        for route in try pages(of: served) {
            let reply = try await served.ask(route.path)
            #expect(reply.status == 200, "\(route.path)")
            #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
            #expect(reply.words.contains("Invented figures: Wexbourne ICB does not exist."), "\(route.path)")
            #expect(reply.words.contains("Data to December 2024"), "\(route.path)")
        }
    }

    @Test func `every page has one heading, and neither scripts nor anything from elsewhere`() async throws {
        let served = try Served.filled.get()
        for route in try pages(of: served) {
            let text = try await served.ask(route.path).text
            #expect(text.ranges(of: "<h1").count == 1, "\(route.path)")
            #expect(!text.contains("<script") && !text.contains("javascript:"), "\(route.path)")
            #expect(text.firstMatch(of: /<[^>]* on[a-z]+=/) == nil, "\(route.path)")
            #expect(text.firstMatch(of: /(src|srcset)="(https?:)?\/\//) == nil, "\(route.path)")
        }
    }

    @Test func `every link of ours on a page leads to a page`() async throws {
        let served = try Served.filled.get()
        var paths: Set<String> = []
        for route in try pages(of: served) {
            let text = try await served.ask(route.path).text
            for found in text.matches(of: /href="(\/[^"#]*)/) {
                paths.insert(String(found.1).replacing("&amp;", with: "&"))
            }
        }
        #expect(paths.count > 40)
        for path in paths {
            let reply = try await served.ask(path)
            // Who is not linked to a person of the register is told so, and by whom it is done.
            let isUnlinked = path == "/my-interests" && reply.words.contains("linked to nobody")
            #expect(reply.status == 200 || isUnlinked, "\(path): \(reply.words)")
        }
    }

    @Test func `an earlier month is shown when asked for, and links keep it`() async throws {
        let served = try Served.filled.get()
        let reply = try await served.ask("/contracts?month=2024-03")
        #expect(reply.status == 200)
        #expect(reply.text.contains("/commissioners?month=2024-03"))
        let (march, december) = try await (
            served.ask("/contracts.csv?month=2024-03"), served.ask("/contracts.csv")
        )
        #expect(march.text != december.text)
    }

    @Test func `a download holds the same rows in all three forms`() async throws {
        let served = try Served.filled.get()
        var counted = 0
        for route in try pages(of: served) where route.download(.csv) != nil {
            let csv = try await rowsOfCSV(served.ask("\(route.path).csv").bytes)
            let json = try await list(served.ask("\(route.path).json").bytes).count
            let xlsx = try await rowsOfWorkbook(served.ask("\(route.path).xlsx").bytes)
            #expect(csv == json && json == xlsx, "\(route.path): \(csv), \(json), \(xlsx)")
            counted += csv
        }
        #expect(counted > 100, "the downloads held too few rows to mean anything")
    }

    @Test func `a download of contracts holds every contract of the month, whatever page was shown`() async throws {
        let served = try Served.filled.get()
        let held = try served.site.desks.current()
        let positions = try held.positions(at: held.month())
        let whole = try await served.ask("/contracts.csv")
        #expect(try rowsOfCSV(whole.bytes) == positions.count)
        #expect(try await served.ask("/contracts.csv?page=2").bytes == whole.bytes)
        let code = Exemplar.commissioners[1].code
        let part = try await served.ask("/contracts.csv?commissioner=\(code)")
        #expect(try rowsOfCSV(part.bytes) == positions.count { $0.commissioner == code })
        #expect(try await served.ask("/commissioners/\(code).csv").status == 200)
    }

    @Test func `a name that may be a person's stands on no page and in no download`() async throws {
        let served = try Served.filled.get()
        #expect(!Self.personalNames.isEmpty, "the exemplar has no sole trader")
        for route in try pages(of: served) {
            var texts = [try await served.ask(route.path).text]
            if route.download(.csv) != nil {
                for format in ["csv", "json"] { texts.append(try await served.ask("\(route.path).\(format)").text) }
                let sheets = try await Workbook.read(served.ask("\(route.path).xlsx").bytes, named: "a.xlsx")
                texts.append(
                    sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.value.text) } }.joined(separator: "\n"))
            }
            for text in texts {
                #expect(Self.personalNames.filter { text.contains($0) } == [], "\(route.path)")
            }
        }
        let contracts = try await served.ask("/contracts.csv").text
        #expect(contracts.contains(ProviderName.withheld))
    }

    @Test func `a sorted list runs as asked for`() async throws {
        let served = try Served.filled.get()
        let up = try await amounts("delivered", in: served.ask("/contracts.json?sort=delivered").bytes)
        let down = try await amounts("delivered", in: served.ask("/contracts.json?sort=-delivered").bytes)
        #expect(Set(up).count > 10)
        #expect(up == up.sorted() && down == up.reversed())
    }

    private func amounts(_ key: String, in bytes: [UInt8]) throws -> [Double] {
        try list(bytes).compactMap { row in
            switch row[key] {
            case .integer(let number)?: Double(number)
            case .decimal(let number)?: number
            default: nil
            }
        }
    }

    private func rowsOfCSV(_ bytes: [UInt8]) throws -> Int {
        var reader = try RowReader(bytes, named: "a.csv")
        var rows = 0
        while reader.next() { rows += 1 }
        return rows
    }

    /// The rows, which stand first in the document.
    private func list(_ bytes: [UInt8]) throws -> [JSONValue] {
        guard case .object(let members) = try JSONFile.value(of: bytes, named: "a.json"),
            case .list(let rows)? = members.first?.value
        else { throw Refusal(.input, code: "no-rows", "The document does not begin with rows.") }
        return rows
    }

    /// Rows after the caption and the header, up to the blank row before the notes.
    private func rowsOfWorkbook(_ bytes: [UInt8]) throws -> Int {
        let rows = try #require(Workbook.read(bytes, named: "a.xlsx").first).rows.map(\.number)
        var count = 0
        while rows.contains(count + 3) { count += 1 }
        return count
    }
}
