import Files
import HTTPTypes
import Priorities
import Store
import Tabular
import Testing
import Vocabulary

@testable import Web

/// The pages of rounds as they are asked for.
struct RoundAnswersTests {
    private func held() throws -> HeldRounds { try HeldRounds.decided.get() }
    private static let rounds = [HeldRounds.dental, HeldRounds.diabetes]

    @Test func `every page of a round answers with its own heading`() async throws {
        let held = try held()
        for id in Self.rounds {
            let round = try held.desk.round(id)
            let headings = [
                "": round.title, "/robustness": "How sure it is", "/scores": "Scores", "/process": "How it was done",
                "/decision": "Decision",
            ].merging(round.options.map { ("/options/\($0.id)", $0.title) }) { first, _ in first }
            #expect(try headings.count == held.paths(of: id).count)
            for (path, heading) in headings {
                let reply = try await held.served.ask("/rounds/\(id)\(path)")
                #expect(reply.status == 200, "\(id)\(path)")
                #expect(reply.headings == [heading], "\(id)\(path)")
                #expect(!reply.text.contains("<script"), "\(id)\(path)")
            }
        }
    }

    @Test func `the list of rounds leads to each`() async throws {
        let reply = try await held().served.ask("/rounds")
        #expect(reply.status == 200 && reply.headings == ["Rounds"])
        for id in Self.rounds { #expect(reply.text.contains("href=\"/rounds/\(id)\"")) }
    }

    @Test func `every link of ours on a page of a round leads to a page`() async throws {
        let held = try held()
        var paths: Set<String> = []
        for path in try Self.rounds.flatMap({ try held.paths(of: $0) }) + ["/rounds"] {
            let text = try await held.served.ask(path).text
            for found in text.matches(of: /href="(\/[^"#]*)/) {
                paths.insert(String(found.1).replacing("&amp;", with: "&"))
            }
        }
        // 32 options, 10 pages about the rounds, their downloads and the rest of the menu.
        #expect(paths.count > 60)
        for path in paths {
            let reply = try await held.served.ask(path)
            // The store holds no contracts: what lists them says so with another status, and is not at fault.
            #expect(path.hasPrefix("/rounds") ? reply.status == 200 : reply.status < 500, "\(path): \(reply.status)")
        }
    }

    @Test(arguments: [
        "/rounds/nowhere", "/rounds/Not%20a%20name", "/rounds/nowhere/robustness", "/rounds/nowhere/scores",
        "/rounds/nowhere/process", "/rounds/nowhere/decision", "/rounds/nowhere/options/helpline",
        "/rounds/diabetes-2025/options/nothing", "/rounds/diabetes-2025/options", "/rounds/diabetes-2025/votes",
        "/rounds/nowhere.csv", "/rounds/nowhere/decision.csv", "/rounds/diabetes-2025/options/psychology.csv",
    ])
    func `a round or option that is not held is not found`(path: String) async throws {
        let reply = try await held().served.ask(path)
        #expect(reply.status == 404)
        #expect(reply.words.contains("Page not found"))
    }

    @Test(arguments: [
        "", "/diabetes-2025", "/diabetes-2025/robustness", "/diabetes-2025/scores", "/diabetes-2025/process",
        "/diabetes-2025/decision",
    ])
    func `the table of a page can be taken away in three forms`(path: String) async throws {
        let served = try held().served
        let csv = try await served.ask("/rounds\(path).csv")
        let json = try await served.ask("/rounds\(path).json")
        let xlsx = try await served.ask("/rounds\(path).xlsx")
        #expect([csv.status, json.status, xlsx.status] == [200, 200, 200])
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
        var rows = 0
        var reader = try RowReader(csv.bytes, named: "a.csv")
        while reader.next() { rows += 1 }
        guard case .object(let members) = try JSONFile.value(of: json.bytes, named: "a.json"),
            case .list(let list)? = members.first?.value
        else {
            Issue.record("no rows")
            return
        }
        #expect(rows == list.count && rows > 1)
        #expect(try Workbook.read(xlsx.bytes, named: "a.xlsx").count == 1)
    }

    @Test func `no name and no declaration stands on any page or in any file`() async throws {
        let held = try held()
        for id in Self.rounds {
            let personal = HeldRounds.personal(of: id) + [HeldRounds.author.description]
            #expect(personal.count >= 6, "the round has no names to look for")
            let pages = try held.paths(of: id)
            let files = ["", "/robustness", "/scores", "/process", "/decision"].flatMap { page in
                ["csv", "json"].map { "/rounds/\(id)\(page).\($0)" }
            }
            for path in pages + files + ["/rounds", "/rounds.csv", "/rounds.json"] {
                let text = try await held.served.ask(path).text
                #expect(personal.filter { text.contains($0) } == [], "\(path)")
            }
        }
    }

    // MARK: - Other weights

    @Test func `other weights show the order they would give`() async throws {
        let held = try held()
        let path = "/rounds/diabetes-2025/robustness"
        let criteria = try held.desk.round(HeldRounds.diabetes).leaves.map(\.id)
        let plain = try await held.served.ask(path)
        #expect(!plain.text.contains("id=\"what-if-outcome\""))
        let weights = criteria.enumerated().map { "\($1):\($0 == 0 ? 100 : 0)" }.joined(separator: ",")
        let fields = criteria.enumerated().map { "weight-\($1)=\($0 == 0 ? 100 : 0)" }.joined(separator: "&")
        let asked = try await held.served.ask("\(path)?weights=\(weights)")
        #expect(asked.status == 200)
        #expect(asked.words.contains("With these weights"))
        #expect(asked.words.contains("The order with these weights, beside the panel’s"))
        let form = try await held.served.ask("\(path)?\(fields)")
        #expect(form.text.contains("what-if-outcome"))
    }

    @Test(arguments: [
        ("weights=nonsense:3", "There is no criterion for “nonsense:3”."),
        ("weights=nonsense", "There is no criterion"),
        ("FIRST=a%20lot", "“a lot” is no weight for"), ("FIRST=-1", "“-1” is no weight for"),
        ("FIRST=nan", "“nan” is no weight for"), ("FIRST=1e300", "“1e300” is no weight for"),
        ("ALL=0", "Give at least one criterion more than 0."), ("FIRST=30", "Give a weight for"),
        ("weights=%3Cscript%3E:1", "There is no criterion for “<script>:1”."),
    ])
    func `weights that cannot be are refused at the head of the page and change nothing`(
        query: String, sentence: String
    ) async throws {
        let held = try held()
        let criteria = try held.desk.round(HeldRounds.diabetes).leaves.map(\.id)
        let query =
            query.hasPrefix("ALL")
            ? criteria.map { "weight-\($0)\(query.dropFirst(3))" }.joined(separator: "&")
            : query.replacing("FIRST", with: "weight-\(criteria[0])")
        let reply = try await held.served.ask("/rounds/diabetes-2025/robustness?\(query)")
        #expect(reply.status == 200)
        #expect(reply.words.contains("There is a problem with the weights"))
        #expect(reply.words.replacing("&lt;", with: "<").replacing("&gt;", with: ">").contains(sentence))
        #expect(!reply.text.contains("id=\"what-if-outcome\"") && !reply.text.contains("<script"))
    }

    // MARK: - What is kept

    @Test func `a round is read once while nothing is done, and anew when something is`() async throws {
        let held = try HeldRounds([HeldRounds.diabetes], to: .begun)
        let desks = held.served.site.desks
        let shelf = try desks.rounds()
        #expect(try desks.rounds() === shelf)
        #expect(try await held.served.ask("/rounds/diabetes-2025").words.contains("Collecting options and criteria"))
        let author = try #require(Author("A. Tester"))
        try held.store.perform(
            SeatMember(
                round: HeldRounds.diabetes,
                member: Member(id: try #require(Slug("new-member")), role: "late arrival", kind: .lay)),
            by: author, at: Moment(secondsSince1970: 1_760_000_000))
        #expect(try desks.rounds() !== shelf)
        #expect(try await held.served.ask("/rounds/diabetes-2025/process").words.contains("late arrival"))
    }
}

extension Reply {
    /// The words of each heading of level 1, quotation marks and ampersands as they are read.
    var headings: [String] {
        text.matches(of: /<h1[^>]*>(.*?)<\/h1>/.dotMatchesNewlines()).map {
            String($0.1).replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
                .replacing("&quot;", with: "\"")
        }
    }
}
