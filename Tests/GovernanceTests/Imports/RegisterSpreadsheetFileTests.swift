import Governance
import Tabular
import Testing
import Vocabulary

struct RegisterSpreadsheetFileTests {
    private let header =
        "Name,Current position(s) held,Declared Interest,Type of interest,Is the interest direct or indirect?,Date from,Date to,Action taken to mitigate risk\n"

    private func read(_ rows: String, header: String? = nil) throws -> Reading<RegisterSpreadsheetFile.Entry> {
        let text = (header ?? self.header) + rows
        return try RegisterSpreadsheetFile.read(Sheet(csv: Array(text.utf8), named: "register.csv"))
    }

    private func codes(_ row: String) throws -> [String] {
        try read(row + "\n").problems.filter { $0.effect == .refused }.map(\.code)
    }

    @Test func `a row of the template is an interest in words`() throws {
        let reading = try read("A Smith,GP partner,Shares in Tooth Ltd,Financial,Direct,01/04/2019,Ongoing,Leaves\n")
        let entry = try #require(reading.values.first?.value)
        #expect(entry.name == "A Smith" && entry.position == "GP partner" && entry.declaredOn == nil)
        let interest = try #require(entry.interest)
        #expect(interest.kind == .financial && interest.relationship == nil && interest.mitigation == "Leaves")
        #expect(interest.arose == Register.day("2019-04-01") && interest.ended == nil)
        #expect(reading.problems.map(\.code) == ["aware-not-told"])
    }

    @Test func `an indirect interest carries its relationship and the kind that the other holds`() throws {
        let reading = try read("A Smith,GP,Works for Tooth Ltd,Financial,Indirect – spouse,2019-04-01,,\n")
        let interest = try #require(reading.values.first?.value.interest)
        let declaration = interest.declaration(
            id: Register.slug("i1"), description: Register.text(1), declaredOn: Register.day("2025-05-01"))
        #expect(declaration.kind == .indirect && declaration.underlying == .financial)
        #expect(declaration.relationship == "spouse" && declaration.becameAware == nil)
        let act = EnterDeclaration(person: Register.gp, declaration: declaration)
        #expect(Register.code(act, on: try Register.book()) == nil)
    }

    @Test func `a column for each kind, with a mark in one, is read too`() throws {
        let header =
            "Name,Declared Interest,Financial Interests,Non-Financial Professional Interests,Non-Financial Personal Interests,From\n"
        let reading = try read(
            "A,Trustee,,,X,01/04/2019\nB,Shares,X,X,,01/04/2019\nC,Fellow,-,yes,no,01/04/2019\nD,E,,,,01/04/2019\n",
            header: header)
        #expect(reading.values.map(\.value.interest?.kind) == [.nonFinancialPersonal, .nonFinancialProfessional])
        #expect(reading.problems.filter { $0.effect == .refused }.map(\.code) == ["two-kinds", "kind-missing"])
    }

    @Test func `messy days are kept with a note, or refused with the value, and never guessed`() throws {
        let reading = try read(
            """
            A,GP,One,Financial,Direct,April 2019,2021,
            B,GP,Two,Financial,Direct,1 Apr 2019,present,
            C,GP,Three,Financial,Direct,1.4.19,,
            D,GP,Four,Financial,Direct,43556,,
            E,GP,Five,Financial,Direct,,,
            F,GP,Six,Financial,Direct,01/04/2019,31/03/2019,

            """)
        let days = reading.values.compactMap(\.value.interest).map {
            [$0.arose.description, $0.ended?.description ?? ""]
        }
        #expect(days == [["2019-04-01", "2021-12-31"], ["2019-04-01", ""]])
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.code) == ["two-digit-year", "unreadable-day", "blank", "ends-before-start"])
        #expect(refused.map(\.row) == [4, 5, 6, 7])
        #expect(refused.first?.column == "Date from" && refused.last?.column == "Date to")
        #expect(reading.problems.filter { $0.code == "day-not-told" }.map(\.column) == ["Date from", "Date to"])
        #expect(reading.rowsRead == reading.values.count + refused.count)
    }

    @Test func `a year that nobody has seen and a day to come are refused row by row`() throws {
        let rows =
            "A,GP,One,Financial,Direct,01/04/0224,,\nB,GP,Two,Financial,Direct,01/04/2031,,\n"
            + "C,GP,Three,Financial,Direct,01/04/2024,,\n"
        let sheet = try Sheet(csv: Array((header + rows).utf8), named: "register.csv")
        let reading = try RegisterSpreadsheetFile.read(sheet, today: Register.day("2026-11-22"))
        #expect(reading.values.map(\.value.name) == ["C"])
        #expect(
            reading.problems.filter { $0.effect == .refused }.map(\.code) == ["year-unlikely", "day-in-future"])
    }

    @Test func `a blank name under a filled one is the same person, and is noted`() throws {
        let reading = try read(
            "A Smith,GP,One,Financial,Direct,01/04/2019,,\n,GP,Two,Financial,Direct,01/04/2020,,\n")
        #expect(reading.values.map(\.value.name) == ["A Smith", "A Smith"])
        #expect(reading.problems.contains { $0.code == "name-carried-down" && $0.row == 3 })
        #expect(try codes(",GP,One,Financial,Direct,01/04/2019,,") == ["name-missing"])
    }

    @Test func `words for nothing are a nil declaration`() throws {
        let reading = try read("A Smith,GP,Nil declaration,,,,,\nB Jones,Lay,None,,,,,\n")
        #expect(reading.values.map(\.value.interest) == [nil, nil] && reading.problems.isEmpty)
    }

    @Test func `kinds and directness in other words are refused with their place`() throws {
        #expect(try codes("A,GP,One,Monetary,Direct,01/04/2019,,") == ["unreadable-kind"])
        #expect(try codes("A,GP,One,Indirect,Direct,01/04/2019,,") == ["unreadable-kind"])
        #expect(try codes("A,GP,One,,Direct,01/04/2019,,") == ["kind-missing"])
        #expect(try codes("A,GP,One,Financial,Indirect,01/04/2019,,") == ["relationship-missing"])
        #expect(try codes("A,GP,One,Financial,perhaps,01/04/2019,,") == ["unreadable-directness"])
        #expect(try read("A,GP,One,Financial,,01/04/2019,,\n").problems.contains { $0.code == "direct-assumed" })
    }

    @Test func `two columns of one meaning, and a file without the columns, are refused whole`() throws {
        func code(_ header: String) -> String? {
            #expect(throws: Refusal.self) { try read("A,B,C,D,E\n", header: header + "\n") }?.code
        }
        #expect(code("Name,Declared interest,Interest,Type,From") == "column-twice")
        #expect(code("Who,What,Why,When,Where") == "not-this-layout")
    }
}
