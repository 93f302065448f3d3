import Contracts
import Digests
import Exemplar
import Testing
import Vocabulary

@testable import Web

/// The page of access to care, over the invented system.
struct CareAccessAnswersTests {
    private static let board = Exemplar.commissioners[1].code.description

    @Test func `without files the page says which are needed, and what is shown needs somebody signed in`() async throws
    {
        let served = try ServedNeeds().served
        let page = try await served.ask("/needs/access", as: "observer")
        #expect(page.status == 200 && page.words.contains("centroids of small areas"))
        #expect(page.words.contains("dental contractor file"))
        #expect(try await served.ask("/needs/access", as: nil).status == 303)
    }

    @Test func `one's own board is shown by fifth and area, on a map with its table`() async throws {
        let served = try ServedAccess.filled.get()
        let page = try await served.ask("/needs/access", as: "observer")
        #expect(page.status == 200 && page.words.contains("By fifth of deprivation: \(Exemplar.commissioners[0].name)"))
        #expect(page.words.contains("are shared out among all who reach them"))
        #expect(page.text.contains("id=\"picture-mapareas\"") && page.text.contains("class=\"map-0\""))
        #expect(page.words.contains("small-area-centroids.jsonl"))
    }

    @Test func `another board, method and reach are as asked for, and a bad reach is said`() async throws {
        let served = try ServedAccess.filled.get()
        let path = "/needs/access?board=\(Self.board)&steps=three&decay=gaussian&reach=6&supply=delivered"
        let page = try await served.ask(path, as: "observer")
        #expect(page.words.contains("Three-step floating catchment") && page.words.contains("at most 6 km away"))
        #expect(page.words.contains("UDAs are those delivered in April 2024 to December 2024, by contract"))
        #expect(page.text.contains(Exemplar.monthFileName(Month("202404")!)), "each month that is added up is a source")
        let bad = try await served.ask("/needs/access?reach=far", as: "observer")
        #expect(bad.status == 200 && bad.words.contains("“far” is no reach in kilometres"))
        let none = try await served.ask("/needs/access?board=QZZZ", as: "observer")
        #expect(none.status == 200 && none.words.contains("The lookup has no board QZZZ"))
    }

    @Test func `a closure shows who loses, and an unknown contract is said`() async throws {
        let served = try ServedAccess.filled.get()
        let contract = Served.exemplar.months.last?.first {
            $0.commissioner == Exemplar.commissioners[0].code && $0.target.hundredths > 0
        }
        let number = try #require(contract?.contract.description)
        let page = try await served.ask("/needs/access?close=\(number)", as: "observer")
        #expect(page.words.contains("\(number) closes") && page.words.contains("People who lose"))
        let unknown = try await served.ask("/needs/access?close=123", as: "observer")
        #expect(unknown.words.contains("There is no site 123"))
    }

    private static func contracts() -> [String] {
        (Served.exemplar.months.last ?? []).filter {
            $0.commissioner == Exemplar.commissioners[0].code && $0.target.hundredths > 0
        }.map(\.contract.description)
    }

    @Test func `what is typed is added to the changes, each of which can be taken away again`() async throws {
        let served = try ServedAccess.filled.get()
        let (first, second) = (Self.contracts()[0], Self.contracts()[1])
        let path = "/needs/access?changes=close:\(first)&what=capacity&site=\(second)&amount=1,000&place="
        let page = try await served.ask(path, as: "observer")
        #expect(page.words.contains("Changes: \(first) closes; \(second) supplies 1,000"))
        #expect(page.words.contains("After the changes the sites that somebody reaches supply"))
        // Without one of them, the address has the other.
        #expect(page.text.contains("changes=capacity%3A\(second)%3D1000\""))
        #expect(page.text.contains("changes=close%3A\(first)\""))
        #expect(page.text.contains("name=\"changes\" value=\"close:\(first);capacity:\(second)=1000\""))
        #expect(page.text.contains("class=\"map-loses\""))
    }

    @Test func `several close at once, one moves by the name of an area, and sites come to several areas`() async throws
    {
        let served = try ServedAccess.filled.get()
        let numbers = Self.contracts()
        let closed = try await served.ask(
            "/needs/access?what=close&site=\(numbers[0]),+\(numbers[1])", as: "observer")
        #expect(closed.words.contains("Changes: \(numbers[0]) closes; \(numbers[1]) closes"))
        let area = try #require(
            try await served.ask("/needs/access.csv", as: "observer").text.split(separator: "\n").dropFirst().first?
                .split(separator: ",").first)
        let moved = try await served.ask("/needs/access?changes=move:\(numbers[0])=\(area)", as: "observer")
        #expect(moved.words.contains("\(numbers[0]) moves to \(area)"))
        let come = try await served.ask("/needs/access?what=add&amount=500&place=\(area),\(area)", as: "observer")
        #expect(come.words.contains("new comes to \(area) with 500; new 2 comes to \(area) with 500"))
    }

    @Test(arguments: [
        ("what=close&site=123", "There is no site 123"), ("what=close", "Say which site"),
        ("what=capacity&site=1&amount=many", "“many” is not a number"), ("site=123", "Choose what would change"),
        ("what=add&amount=5&place=Nowhere", "“Nowhere” is no small area with a centroid"),
        ("what=add&amount=5&place=-0.6,52.3", "the wrong way round"), ("what=add&place=E01099101", "Say how much"),
        ("what=add&amount=-5&place=E01099101", "cannot supply -5"), ("changes=open:123", "is no change of sites"),
    ])
    func `what is typed wrongly is said, and how it is now stays on the page`(query: String, words: String) async throws
    {
        let served = try ServedAccess.filled.get()
        let page = try await served.ask("/needs/access?\(query)", as: "observer")
        #expect(page.status == 200 && page.words.contains(words))
        #expect(page.words.contains("By fifth of deprivation") == !query.hasPrefix("changes"))
        #expect(page.words.contains("Take it away") == query.hasPrefix("changes"))
        if !query.hasPrefix("changes") { #expect(page.text.contains("aria-invalid=\"true\"")) }
    }

    @Test func `the answer is cited by the digests of what an assessment would keep, with changes in it`() async throws
    {
        let served = try ServedAccess.filled.get()
        let page = try await served.ask("/needs/access", as: "observer")
        let changed = try await served.ask("/needs/access?close=\(Self.contracts()[0])", as: "observer")
        func digests(_ page: Reply) -> Set<String> {
            Set(page.text.matches(of: /SHA-256 <code>([0-9a-f]{64})<\/code>/).map { String($0.1) })
        }
        let sources = digests(page).intersection(digests(changed))
        #expect(digests(page).count == sources.count + 3 && digests(changed).count == sources.count + 3)
        #expect(sources.contains(Digest.of(Served.exemplar.needsFiles[0].bytes).description))
    }

    @Test func `the file has every area of the board`() async throws {
        let served = try ServedAccess.filled.get()
        let file = try await served.ask("/needs/access.csv", as: "observer")
        #expect(file.status == 200 && file.text.split(separator: "\n").count { $0.hasPrefix("E01099") } == 250)
    }
}
