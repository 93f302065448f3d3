import Methods
import Needs
import Tabular
import TestSupport
import Testing
import Vocabulary

/// Access as tables, with what a reader must know.
struct CareAccessTablesTests {
    private func tables(_ question: AccessQuestion = Village.question()) -> CareAccessTables {
        CareAccessTables(question, sources: ["people.csv", "sites.csv"], besides: ["By contract."])
    }

    @Test func `the answer says its method, that supply is conserved, and its files`() throws {
        let answer = try WorkOutAccess.answer(Village.question())
        let table = tables().summary(answer)
        let notes = table.notes.joined(separator: " ")
        #expect(notes.contains("Luo and Wang") && notes.contains("4,000 UDAs, and 4,000 are shared out"))
        #expect(notes.contains("people.csv"))
        #expect(
            table.rows == [
                [
                    .text("Village ICB"), .count(3), .count(1_600), .number(2.1875, places: 3),
                    .number(3_500, places: 0),
                    .count(100), .share(try #require(Share(100, of: 1_600))),
                ]
            ])
    }

    @Test func `the least served areas come first, and one without a site says so`() throws {
        let table = tables().areas(try WorkOutAccess.answer(Village.question()))
        #expect(table.rows.map { $0[0] } == [.text("D"), .text("A"), .text("B")])
        #expect(table.rows[0][4] == .absent("no site in reach") && table.rows[1][1] == .text("First"))
    }

    @Test func `what does not count is listed and counted, and sites beyond the border are told by number`() throws {
        var sites = Village.sites
        sites.append(.init(code: "x", name: "Dr X", place: nil, supply: 55, placing: .some(.none(.noArea))))
        let question = Village.question(sites: sites)
        let answer = try WorkOutAccess.answer(question)
        let table = tables(question).leftOut(answer)
        #expect(table.rows.count == 1 && table.rows[0][1] == .text("x") && table.rows[0][3] == .number(55, places: 0))
        #expect(tables(question).notes(answer).contains("Left out: 1 site without a place, with 55 UDAs."))
        #expect(tables(question).notes(answer).contains("By contract."))
        #expect(tables(question).sites(answer).rows.count == 1, "the other lies beyond the border")
        #expect(tables(question).sites(answer, beyond: true).rows.count == 2)
    }

    @Test func `changes are told with losers and gainers, beyond the border too`() throws {
        let question = Village.question()
        let found = try CompareAccess.outcome(question, changes: [.supply("n", 2_000)])
        let table = tables().comparison(found, asked: "Village ICB", changes: ["n supplies 2,000"])
        #expect(table.rows.map { $0[0] } == [.text("Village ICB"), .text("beyond the border")])
        #expect(table.rows.map { $0[5] } == [.count(500), .count(500)])
        #expect(tables().changed(found).rows.map { $0[0] } == [.text("B"), .text("C")])
        #expect(tables().fifths(found, asked: "Village ICB").rows.count == 3)
    }

    @Test func `reaches that differ have their column, and access may be told for more people`() throws {
        var question = Village.question(shorter: [5])
        question.per = 1_000
        let answer = try WorkOutAccess.answer(question)
        let made = tables(question)
        #expect(made.accessTitle == "UDAs for 1,000 people")
        #expect(made.areas(answer).columns.last?.key == "reach" && made.fifths(answer).rows.count == 3)
    }
}
