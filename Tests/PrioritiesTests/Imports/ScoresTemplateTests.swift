import Tabular
import Testing
import Vocabulary

@testable import Priorities

struct ScoresTemplateTests {
    private let round = roundForForms()
    private let lay = slug("lay")

    private func read(_ cells: [String: String], of member: String = "lay") throws -> Reading<Score> {
        let form = try ScoresTemplate.form(for: slug(member), in: round)
        return try ScoresTemplate.read(returned(form, filling: ["Scores": cells]), of: slug(member), in: round)
    }

    @Test func `the form has a row for each option and criterion, and what is the sender's is open`() throws {
        let form = try ScoresTemplate.form(for: lay, in: round)
        let sheet = try #require(form.sheets.first)
        #expect(sheet.rows.count == 6)
        #expect(sheet.columns.filter(\.isOpen).map(\.title) == ["Score", "Lowest", "Highest", "Note"])
        #expect(sheet.rows[0][6].allowed == .decimal(from: 0, to: 100))
        #expect(sheet.rows[1][6].allowed == nil, "a scale that cuts takes any figure")
        #expect(sheet.rows[0][4].value.text == "0: nothing; 100: all")
    }

    @Test func `an option from which a member is left out does not stand on the member's form`() throws {
        let form = try ScoresTemplate.form(for: slug("owner"), in: round)
        #expect(form.sheets[0].rows.count == 4)
        #expect(form.instructions.last?.contains("CLINIC") == true)
    }

    @Test func `a service that is stopped is scored by what would be lost, and the form says so`() throws {
        var round = round
        #expect(try ScoresTemplate.form(for: lay, in: round).instructions.allSatisfy { !$0.contains("lose") })
        round.options[1].kind = .stop
        let form = try ScoresTemplate.form(for: lay, in: round)
        #expect(form.instructions.last?.contains("what people would lose") == true)
        #expect(form.sheets[0].rows[2][1].value.text == "VISITS (score what would be lost)")
        #expect(form.sheets[0].rows[0][1].value.text == "VARNISH")
    }

    @Test func `scores come back as they were typed, with commas and blanks tolerated`() throws {
        let reading = try read(["G2": "70", "H2": "60.5", "I2": " 80 ", "J2": "sure", "G3": "1,250"])
        #expect(
            reading.values.map(\.value) == [
                Score(option: slug("varnish"), criterion: slug("access"), value: 70, low: 60.5, high: 80, note: "sure"),
                Score(option: slug("varnish"), criterion: slug("people"), value: 1_250),
            ])
        #expect(reading.rowsRead == 2)
        #expect(reading.problems.map(\.code) == ["rows-left-open"])
    }

    @Test(arguments: [
        (["G4": "130"], "off-scale", "Sheet “Scores”, cell G4: 130 lies above 100, the top of the scale “points”."),
        (["G4": "-1"], "off-scale", "Sheet “Scores”, cell G4: -1 lies below 0, the foot of the scale “points”."),
        (["G4": "high"], "unreadable-number", "Sheet “Scores”, cell G4: “high” is not a number."),
        (["G4": "75%"], "percentage", "cell G4: “75%” is a percentage"),
        (["G4": "£5"], "amount-for-number", "cell G4: “£5” is an amount of money"),
        (["G4": "1e2"], "unreadable-number", "cell G4"), (["G4": "nan"], "unreadable-number", "cell G4"),
        (["G4": "12,50"], "unreadable-number", "cell G4"),
        (["G4": "50", "H4": "60"], "range-turned", "cell H4: 60 lies above the score 50."),
        (["G4": "50", "I4": "40"], "range-turned", "cell I4: 40 lies below the score 50."),
        (["H4": "40"], "blank", "cell G4"), (["J4": "why"], "blank", "cell G4"),
        (["A4": "visit", "G4": "50"], "unknown-option", "cell A4: “visit” is no option"),
        (["C4": "acess", "G4": "50"], "unknown-criterion", "cell C4: “acess”"),
        (["A4": "varnish", "G4": "50", "G2": "50"], "scored-twice", "in row 2 already"),
        (["A4": "", "G4": "50"], "blank", "cell A4: it is blank."),
    ])
    func `a fault is a problem that names the cell, and the other rows are kept`(
        cells: [String: String], code: String, words: String
    ) throws {
        let reading = try read(cells.merging(["G6": "10"]) { first, _ in first })
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.code) == [code])
        #expect(refused.first?.explanation.contains(words) == true, "\(refused.first?.explanation ?? "none")")
        #expect(reading.rowsRead == reading.values.count + refused.count)
        #expect(reading.values.contains { $0.value.option == slug("clinic") })
    }

    @Test func `an option that a member is left out of is refused by the interest's name`() throws {
        let form = try ScoresTemplate.form(for: slug("owner"), in: round)
        var back = returned(form, filling: ["Scores": ["A2": "clinic", "G2": "50"]])
        let reading = try ScoresTemplate.read(back, of: slug("owner"), in: round)
        #expect(reading.problems.first?.code == "left-out")
        #expect(reading.problems.first?.explanation.contains("owns-clinic") == true)
        back.name = "other.xlsx"
        #expect(reading.values.isEmpty)
    }

    @Test(arguments: [("Round", "for round “feet”"), ("Member", "for member “feet”"), ("State", "earlier state")])
    func `a form of another round, member or state is refused as a whole`(label: String, words: String) throws {
        var form = try ScoresTemplate.form(for: lay, in: round)
        let place = try #require(form.facts.firstIndex { $0.label == label })
        form.facts[place].value = "feet"
        let reading = try ScoresTemplate.read(
            returned(form, filling: ["Scores": ["G2": "50"]]), of: lay, in: round)
        #expect(reading.values.isEmpty && reading.rowsRead == 1)
        #expect(reading.problems.map(\.code) == ["wrong-form"])
        #expect(reading.problems[0].explanation.contains(words))
    }

    @Test func `a formula without a result and merged cells are named`() throws {
        let form = try ScoresTemplate.form(for: lay, in: round)
        var back = returned(form, filling: ["Scores": ["G4": "50"]])
        back.sheets[1].problems = [
            Problem(
                row: 2, column: "G", code: "formula-without-result",
                "Cell G2 holds a formula and no result; open the workbook and save it again.", effect: .noted)
        ]
        back.sheets[1].merged = [CellArea(columns: 6...6, rows: 4...5)]
        let reading = try ScoresTemplate.read(back, of: lay, in: round)
        #expect(reading.values.count == 1)
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.code) == ["formula-without-result", "merged-cells"])
        #expect(reading.problems[0].explanation.contains("cell G2: it holds a formula and no result"))
        #expect(reading.problems[1].explanation.contains("cell G5: it is part of the merged cells G4:G5"))
    }

    @Test func `delimited text names rows and columns`() throws {
        let text = "Option,Criterion,Score\nvarnish,access,7\nvarnish,people,lots\n"
        let form = try ReturnedForm(csv: Array(text.utf8), named: "lay.csv")
        let reading = try ScoresTemplate.read(form, of: lay, in: round)
        #expect(reading.values.count == 1 && reading.rowsRead == 2)
        #expect(reading.problems[0].explanation == "Row 3, column “Score”: “lots” is not a number.")
    }

    @Test func `a sheet or a column that is missing is a problem, and no row is kept`() throws {
        let form = try ReturnedForm(csv: Array("Option,Score\nvarnish,7\n".utf8), named: "lay.csv")
        let reading = try ScoresTemplate.read(form, of: lay, in: round)
        #expect(reading.problems.map(\.code) == ["column-missing"] && reading.values.isEmpty)
        let empty = try ScoresTemplate.read(ReturnedForm(name: "x.xlsx", sheets: []), of: lay, in: round)
        #expect(empty.problems.map(\.code) == ["sheet-missing"])
    }

    @Test func `there is no form for somebody unknown, nor while the scales may change`() throws {
        let unknown = #expect(throws: Refusal.self) { try ScoresTemplate.form(for: slug("ada"), in: round) }
        #expect(unknown?.code == "unknown-member")
        var open = round
        open.anchorsClosedAt = nil
        let refusal = #expect(throws: Refusal.self) { try ScoresTemplate.form(for: lay, in: open) }
        #expect(refusal?.code == "anchors-open")
    }
}
