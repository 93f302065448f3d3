import Governance
import Tabular
import Testing
import Vocabulary

struct RightsTablesTests {
    private func tables(_ book: GovernanceBook, on day: Day = RightsSample.day) -> RightsTables {
        RightsTables(book, on: day, names: PartyNames(organisations: [RightsSample.icb: "Wexbourne ICB"]))
    }

    @Test func `the rights of a day stand from the top level down`() {
        let table = tables(RightsSample.book()).rights()
        #expect(table.rows.map { $0[2] } == [.text("national"), .text("local"), .text("place")])
        #expect(table.rows[1][5] == .text("Wexbourne ICB") && table.rows[0][8] == .absent("no limit"))
        #expect(tables(RightsSample.book(), on: RightsSample.on("2023-03-31")).rights().rows.count == 1)
    }

    @Test func `questions stand overdue first, then open, then answered`() throws {
        let asks = [("late", "2026-09-10"), ("open", "2026-10-10"), ("done", "2026-09-05")]
        var book = RightsSample.book()
        for (id, due) in asks {
            book = try book.after(
                AskRightsQuestion(matter: RightsSample.name("dental"), question: RightsSample.question(id, due: due)))
        }
        book = try book.after(
            AnswerRightsQuestion(
                question: RightsSample.name("done"), text: "The board.", answeredOn: RightsSample.day))
        let table = tables(book, on: RightsSample.on("2026-09-11")).questions()
        #expect(table.rows.map { $0[0] } == [.text("overdue"), .text("open"), .text("answered")])
        #expect(table.withoutPersonalColumns().columns.count == table.columns.count - 1)
    }

    /// McDermott and others, BMJ Open 2019;9:e027622: in April 2016, 115 groups held primary care commissioning
    /// delegated (55 %), 68 jointly (32.5 %) and 26 with greater involvement (12 %), of 209.
    @Test func `the levels of delegation of April 2016 are counted as printed`() throws {
        var book = GovernanceBook()
        let levels: [(DecisionRight.Extent, Int)] = [(.delegated, 115), (.joint, 68), (.greaterInvolvement, 26)]
        for (extent, count) in levels {
            for number in 0..<count {
                let right = DecisionRight(
                    id: RightsSample.name("\(extent.rawValue.lowercased())-\(number)"),
                    matter: RightsSample.name("primary-medical-services"), title: "Primary medical services",
                    level: .local, extent: extent, holder: RightsSample.code("G\(number)"),
                    jointWith: extent == .joint ? [RightsSample.national] : [],
                    statutoryHolder: RightsSample.national, from: RightsSample.on("2016-04-01"), citation: "McDermott")
                book = try book.after(RecordRight(right: right))
            }
        }
        let table = RightsTables(book, on: RightsSample.on("2016-04-01"), names: PartyNames()).extents()
        #expect(table.rows.map { $0[1] } == [.count(0), .count(115), .count(68), .count(26)])
        let shares = table.rows.compactMap { row -> Share? in if case .share(let share) = row[2] { share } else { nil }
        }
        #expect(shares.map { $0.percentText(decimals: 1) } == ["0.0 %", "55.0 %", "32.5 %", "12.4 %"])
    }

    @Test func `a chain is told with where it ends, and the forms of a right stay to be read`() throws {
        let table = tables(RightsSample.book()).chain(of: RightsSample.place.id, successor: RightsSample.nobody)
        #expect(
            table.rows.count == 3 && table.notes == ["It comes to Wexbourne ICB from X24, which holds it by statute."])
        var lowered = RightsSample.delegated
        lowered.from = RightsSample.on("2026-04-01")
        let after = try RightsSample.book().after(AmendRight(right: lowered, reason: "Again."))
        #expect(
            tables(after).history(of: lowered.id).rows.map { $0[11] } == [
                .day(RightsSample.on("2023-04-01")), .day(RightsSample.on("2026-04-01")),
            ])
    }
}
