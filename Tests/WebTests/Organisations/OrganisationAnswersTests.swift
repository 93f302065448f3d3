import Digests
import Exemplar
import Organisations
import Store
import Tabular
import Testing
import Vocabulary

@testable import Web

/// The pages of the directory, over one file of a surgery as ODS publishes it.
struct OrganisationAnswersTests {
    private static let practice =
        "\"A81001\",\"THE SURGERY\",\"Y63\",\"QHM\",\"\",\"\",\"\",\"\",\"\",\"TS18 1HU\",\"19740401\",\"\",\"A\",\"B\",\"16C\","
        + "\"20200401\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"16C\",\"\",\"4\",\"\"\n"

    private func served() throws -> Served {
        let served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        return served
    }

    private func takeIn(_ served: Served) throws {
        let bytes = Array(Self.practice.utf8)
        try served.store.perform(
            ImportDirectoryFile(
                source: Source(
                    digest: Digest.of(bytes), name: "epraccur.csv", publisher: "ODS", licence: "OGL 3.0",
                    size: bytes.count), container: nil, dropped: [],
                file: try OdsReportFile.read(bytes, named: "epraccur.csv")), by: Served.author, at: Served.moment)
    }

    @Test func `a surgery is found by its postcode as soon as its file was taken in, and leads to what is known`()
        async throws
    {
        let served = try served()
        let before = try await served.ask("/organisations?q=TS18+1HU", as: "observer")
        #expect(before.status == 200 && before.words.contains("No organisation has all of these words"))
        #expect(before.words.contains("No file of the directory was taken in yet"))
        try takeIn(served)
        let found = try await served.ask("/organisations?q=TS18+1HU&on=2023-06-01", as: "observer")
        #expect(found.words.contains("It rests on 1 file of the directory that was taken in"))
        #expect(found.text.contains("/organisations/A81001?on=2023-06-01"))
        let page = try await served.ask("/organisations/A81001?on=2023-06-01", as: "observer")
        #expect(page.status == 200 && page.words.contains("THE SURGERY"))
        #expect(page.text.contains("/organisations/QHM?on=2023-06-01"))
        #expect(page.words.contains("listed on 2020-04-01"))
    }

    @Test func `a board that comes with Remit has what lies under it, and a small letter finds it too`() async throws {
        let served = try served()
        try takeIn(served)
        let page = try await served.ask("/organisations/qhm?on=2023-06-01", as: "manager")
        #expect(page.status == 200 && page.words.contains("North East and North Cumbria ICB"))
        let table = try await served.ask("/organisations/QHM.csv?on=2023-06-01", as: "manager")
        #expect(table.status == 200 && table.text.contains("integrated care board"))
    }

    @Test func `who asks for nothing finds the boards of the day, and who asks for a role all that have it`()
        async throws
    {
        let served = try served()
        try takeIn(served)
        let boards = try await served.ask("/organisations?on=2023-06-01", as: "observer")
        #expect(boards.words.contains("Every integrated care board on 1 June 2023"))
        #expect(boards.text.contains("/organisations/QOX?on=2023-06-01"))
        #expect(!boards.words.contains("THE SURGERY"))
        let surgeries = try await served.ask("/organisations?role=GP+practice&on=2023-06-01", as: "observer")
        #expect(surgeries.words.contains("THE SURGERY"))
        let earlier = try await served.ask("/organisations?role=GP+practice&on=1970-06-01", as: "observer")
        #expect(!earlier.words.contains("THE SURGERY") && earlier.words.contains("None is known on this day"))
    }

    @Test func `what is not known is not found, and a day that is none is said`() async throws {
        let served = try served()
        #expect(try await served.ask("/organisations/ZZZ99").status == 404)
        #expect(try await served.ask("/organisations/no-code!").status == 404)
        let wrong = try await served.ask("/organisations?q=surgery&on=yesterday")
        #expect(wrong.status == 200 && wrong.words.contains("Write the day as 2024-03-31."))
        let empty = try await served.ask("/organisations/unmatched")
        #expect(empty.status == 200 && empty.words.contains("Every code was found."))
    }

    @Test func `nobody reads the directory who has not signed in`() async throws {
        let served = try served()
        #expect(try await served.ask("/organisations", as: nil).status == 303)
        #expect(try await served.ask("/organisations/QHM", as: nil).status == 303)
    }
}
