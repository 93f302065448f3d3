public import Tabular
public import Vocabulary

/// The form on which options are put forward, with their costs year by year and their evidence, and its reading.
public enum OptionsTemplate {
    public static let sheet = "Options"
    public static let evidenceSheet = "Evidence"
    public static let freedSheet = "Contracts freed"

    static let shortName = "Short name"
    static let title = "Option"
    static let summary = "What is done"
    static let kind = "Kind"
    static let fullYear = "Full year (£)"
    static let capital = "Of it capital (£)"
    static let workforce = "Staff (WTE)"
    static let people = "People a year"
    static let success = "Chance of success (%)"
    static let whoBenefits = "Who benefits"
    static let area = "Area"
    static let equityGroup = "Equity group"
    static let tags = "Tags"
    static let requires = "Needs options"
    static let changesService = "Changes a service"
    static let needsContracts = "Needs contracts"

    static let claim = "Claim"
    static let rung = "Kind of evidence"
    static let citation = "Where it can be read"

    static let contract = "Contract"
    static let freedAmount = "Amount freed (£)"
    static let freedFrom = "From"

    static func recurrent(_ year: FinancialYear) -> String { "\(year) recurrent (£)" }
    static func oneOff(_ year: FinancialYear) -> String { "\(year) one-off (£)" }

    /// Kinds and rungs as people read them.
    static let kinds: [(kind: Option.Kind, words: String)] = [
        (.invest, "Invest"), (.stop, "Stop"), (.changeProvider, "Change provider"), (.reduce, "Reduce"),
    ]
    static let rungs: [(rung: Evidence.Rung, words: String)] = [
        (.systematic, "Systematic review"), (.localData, "Local data"), (.expert, "Expert opinion"),
        (.experience, "Experience"),
    ]

    /// The form, with the options that are there.
    ///
    /// - Parameter openRows: rows left open for new options.
    /// - Throws: `Refusal`, code `envelope-missing`, where the round's years are not settled yet.
    public static func form(for round: Round, openRows: Int = 30) throws(Refusal) -> WorkbookForm {
        let years = try years(of: round)
        return WorkbookForm(
            title: "Options of \(round.title)",
            facts: [
                .init("Round", round.id.description), .init("Title", round.title),
                .init("State", TemplateStamp.options(of: round).description),
            ],
            instructions: instructions,
            sheets: [
                FormSheet(
                    name: sheet, columns: columns(years), rows: round.options.map { row($0, years) },
                    openRows: openRows),
                FormSheet(
                    name: evidenceSheet, columns: evidenceColumns,
                    rows: round.options.flatMap { option in
                        option.evidence.map { evidence in
                            [
                                .text(option.id.description), .text(evidence.claim),
                                .text(rungs.first { $0.rung == evidence.rung }?.words ?? ""), .text(evidence.citation),
                            ]
                        }
                    }, openRows: openRows * 2),
                FormSheet(
                    name: freedSheet, columns: freedColumns,
                    rows: round.options.flatMap { option in
                        option.freesContracts.map { freed in
                            [
                                .text(option.id.description), .text(freed.contract), .init(.money(freed.amount)),
                                .init(.day(freed.from)),
                            ]
                        }
                    }, openRows: openRows),
            ])
    }

    static func years(of round: Round) throws(Refusal) -> [FinancialYear] {
        guard let years = round.envelope?.years.map(\.year), !years.isEmpty else {
            throw Refusal(
                .rule, code: "envelope-missing", "Round “\(round.id)” has no years of money yet.",
                remedy: "Take in its envelope.yaml first.")
        }
        return years
    }

    private static func columns(_ years: [FinancialYear]) -> [FormSheet.Column] {
        let costs: [FormSheet.Column] = years.flatMap { year in
            [
                FormSheet.Column(
                    recurrent(year), width: 14, hint: "Pounds that come again every year; minus where freed."),
                FormSheet.Column(oneOff(year), width: 14, hint: "Pounds of this year only."),
            ]
        }
        return [
            .init(shortName, width: 24, hint: "Small letters, digits and hyphens, such as care-home-visits."),
            .init(title, width: 36), .init(summary, width: 50),
            .init(kind, width: 16, allowed: .list(kinds.map(\.words))),
        ] + costs + [
            .init(fullYear, width: 14, hint: "A whole year's cost once everything runs; minus where freed."),
            .init(capital, width: 14, hint: "Buildings and equipment, over all years; a part of the one-off costs."),
            .init(workforce, width: 10, hint: "Whole-time equivalents needed; minus where freed."),
            .init(people, width: 12, allowed: .whole(from: 0, to: 100_000_000)),
            .init(success, width: 12, hint: "A whole number from 1 to 100."),
            .init(whoBenefits, width: 40), .init(area, width: 18, hint: "A short name, such as north-fens."),
            .init(equityGroup, width: 18, hint: "A short name, such as care-homes."),
            .init(tags, width: 20, hint: "Short names, with commas between."),
            .init(requires, width: 24, hint: "Short names of options that must be funded too."),
            .init(changesService, width: 12, allowed: .list(["Yes", "No"])),
            .init(needsContracts, width: 20, hint: "Contract numbers, with commas between."),
        ]
    }

    private static var evidenceColumns: [FormSheet.Column] {
        [
            .init(shortName, width: 24), .init(claim, width: 60),
            .init(rung, width: 20, allowed: .list(rungs.map(\.words))), .init(citation, width: 60),
        ]
    }

    private static var freedColumns: [FormSheet.Column] {
        [
            .init(shortName, width: 24), .init(contract, width: 16), .init(freedAmount, width: 16),
            .init(freedFrom, width: 14, hint: "A day such as 2027-04-01."),
        ]
    }

    private static let instructions = [
        "One row for each option on the sheet “Options”; one row for each piece of evidence on “Evidence”.",
        "Give every option a short name: small letters, digits and hyphens. The other sheets refer to it.",
        "Costs are pounds, year by year. Put what comes again every year under “recurrent”, the rest under “one-off”.",
        "For something that is stopped, changed or reduced, choose its kind and write the money it frees with a minus.",
        "Leave a cell blank where there is nothing. Blank rows are passed over.",
        "Do not rename, add or remove columns. Do not name a patient.",
        "Save the file as an Excel workbook (.xlsx) and send it back.",
    ]

    private static func row(_ option: Option, _ years: [FinancialYear]) -> [FormSheet.Cell] {
        func money(_ amount: Money) -> FormSheet.Cell { amount == .zero ? .blank : .init(.money(amount)) }
        func list(_ names: [Slug]) -> FormSheet.Cell { .text(names.map(\.description).joined(separator: ", ")) }
        let costs = years.flatMap { year in
            [money(option.cost(in: year).recurrent), money(option.cost(in: year).oneOff)]
        }
        let described: [FormSheet.Cell] = [
            .text(option.id.description), .text(option.title), .text(option.summary),
            .text(kinds.first { $0.kind == option.kind }?.words ?? ""),
        ]
        let counted: [FormSheet.Cell] = [
            .init(.money(option.fullYear)), money(option.capital),
            option.workforceHundredths == 0 ? .blank : .init(.number(Double(option.workforceHundredths) / 100)),
            .init(option.people.map { .number(Double($0)) } ?? .blank),
            .init(option.successPercent.map { .number(Double($0)) } ?? .blank),
        ]
        let placed: [FormSheet.Cell] = [
            .text(option.whoBenefits), .text(option.area?.description ?? ""),
            .text(option.equityGroup?.description ?? ""), list(option.tags), list(option.requires),
            .text(option.changesService ? "Yes" : "No"), .text(option.needsContracts.joined(separator: ", ")),
        ]
        return described + costs + counted + placed
    }
}
