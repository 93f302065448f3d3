import Contracts
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
        #expect(page.words.contains("UDAs delivered"))
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

    @Test func `the file has every area of the board`() async throws {
        let served = try ServedAccess.filled.get()
        let file = try await served.ask("/needs/access.csv", as: "observer")
        #expect(file.status == 200 && file.text.split(separator: "\n").count { $0.hasPrefix("E01099") } == 250)
    }
}
