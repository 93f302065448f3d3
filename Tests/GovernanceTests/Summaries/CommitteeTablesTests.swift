import Governance
import Tabular
import Testing
import Vocabulary

struct CommitteeTablesTests {
    private typealias Sample = CommitteeSample

    private func tables(on day: Day = Sample.day) throws -> CommitteeTables {
        let book = try Sample.book()
        let file = try #require(book.people[Sample.slug("p1")])
        return CommitteeTables(try #require(book.committees[Sample.id]), in: book, on: day) { personal in
            personal == file.name ? "Ada Example" : nil
        }
    }

    @Test func `members stand with what they sit as, and a name that was removed says so`() throws {
        let members = try tables().members
        #expect(members.rows.count == 4 && members.notes == [])
        #expect(members.rows[0].prefix(4) == [.text("p1"), .text("Ada Example"), .text("lay member"), .text("chair")])
        #expect(members.rows[1][1] == .absent("name removed"))
        #expect(members.withoutPersonalColumns().columns.allSatisfy { $0.key != "name" })
    }

    @Test func `the terms say the quorum in words`() throws {
        let rows = try tables().terms.rows
        #expect(
            rows.contains([
                .text("Quorum"),
                .text(
                    "at least 3 members, among them a lay member and either a chief officer, a chief finance officer "
                        + "or a chief of service delivery"),
            ]))
        #expect(rows.contains([.text("On a tie"), .text("the motion is not carried")]))
    }

    @Test func `whoever alone breaks the quorum is named with what would be missing`() throws {
        let table = try tables().indispensable
        #expect(table.rows.map { $0[0] } == [.text("p1"), .text("p3")])
        #expect(table.rows.map { $0[3] } == [.text("one more lay member"), .text("one more chief officer")])
    }

    @Test func `a day before the committee was formed is said to be one`() throws {
        let tables = try tables(on: Day("2025-03-31")!)
        #expect(tables.warnings == ["The committee does not exist on 31 March 2025."])
        #expect(tables.members.rows.isEmpty && tables.terms.rows.isEmpty && tables.mandates.rows.isEmpty)
    }

    @Test func `mandates say how much one decision may commit and who decides`() throws {
        var book = try Sample.book()
        var terms = Sample.terms
        terms.mandates = [
            .init(matter: Sample.slug("dental"), upTo: Money(pence: 25_000_000)),
            .init(matter: Sample.slug("dental"), upTo: Money(pence: 2_500_000), officer: Sample.slug("p3")),
            .init(matter: Sample.slug("premises")),
        ]
        book = try Sample.decided(SetTerms(committee: Sample.id, terms: terms), on: book)
        let table = CommitteeTables(try #require(book.committees[Sample.id]), in: book, on: Sample.day).mandates
        #expect(
            table.rows == [
                [.text("dental"), .money(Money(pence: 25_000_000)), .text("the committee")],
                [.text("dental"), .money(Money(pence: 2_500_000)), .text("“p3” alone")],
                [.text("premises"), .absent("no limit"), .text("the committee")],
            ])
    }

    @Test func `the list of committees says under which a dissolved one is found`() throws {
        let book = try Sample.after(
            [
                FormCommittee(
                    committee: Sample.slug("joint"), title: "Joint", body: OrganisationCode("QJ1")!,
                    formedOn: Day("2026-01-01")!),
                DissolveCommittee(
                    committee: Sample.id, lastDay: Day("2025-12-31")!, successors: [Sample.slug("joint")]),
            ], on: Sample.book())
        let table = CommitteeTables.committees(in: book, on: Sample.day)
        #expect(table.rows.map { $0[0] } == [.text("joint"), .text("pccc")])
        #expect(table.rows.map { $0[7] } == [.absent("itself"), .text("joint")])
        #expect(table.rows[0][4] == .absent("no terms in force"))
    }
}
