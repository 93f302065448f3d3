public import Tabular
public import Vocabulary

/// Reorganisations and joins as tables.
public enum ReorganisationTables {
    /// Who came after whom, as derived, with the shares.
    public static func handovers(_ outcome: DeriveReorganisation.Outcome, names: (OrganisationCode) -> String?) -> Table
    {
        let counted = outcome.handovers.first?.counted ?? "GP practices"
        let isOfPatients = counted == DeriveReorganisation.patientsInWords
        var table = Table(
            key: "handovers", caption: "Who came after whom, derived",
            columns: [
                .init("predecessor", "Was under"), .init("predecessorName", "Its name"), .init("day", "Since"),
                .init("successor", "Is under"), .init("successorName", "Its name"), .init("count", counted),
                .init("share", "Share"), .init("isSplit", "A split"),
            ],
            notes: [
                "Derived, not published: from practices that two files list under one board and under another.",
                "\(grouped(outcome.matched)) practices stand in both files; \(grouped(outcome.moved)) of them are under "
                    + "another board. \(grouped(outcome.onlyBefore.count)) stand only in the first, "
                    + "\(grouped(outcome.onlyAfter.count)) only in the second.",
                isOfPatients
                    ? "Each share is of the registered patients of the practices that were under the first board, and stand in "
                        + "both files; it is no share of money."
                    : "Shares are of \(counted), not of money or people.",
            ])
        if !outcome.withoutPatients.isEmpty {
            table.notes.append(
                "\(grouped(outcome.withoutPatients.count)) practices of both files have no registered patients in the file of "
                    + "patients and are in no share: "
                    + outcome.withoutPatients.prefix(5).map(\.description).joined(separator: ", ")
                    + (outcome.withoutPatients.count > 5 ? ", …" : "") + ".")
        }
        for handover in outcome.handovers {
            for part in handover.parts {
                table.append([
                    .text(handover.predecessor.description),
                    .optional(names(handover.predecessor), else: "not listed"), .day(handover.day),
                    .text(part.successor.description), .optional(names(part.successor), else: "not listed"),
                    .count(part.count), .share(part.share), .flag(!handover.isWhole),
                ])
            }
        }
        return table
    }

    /// How many codes of each join were found, a join a row.
    public static func joins(_ joins: [Join]) -> Table {
        var table = Table(
            key: "joins", caption: "Codes looked for among the organisations that are listed",
            columns: [
                .init("join", "Whose codes"), .init("source", "In"), .init("codes", "Codes"),
                .init("matched", "Found"), .init("unmatched", "Not found"), .init("examples", "The first of them"),
            ], notes: ["A code that is not found stays where it was stated; nothing is dropped."])
        if joins.contains(where: { $0.unmatched.contains { $0.hasPrefix("W") && $0.count == 9 } }) {
            table.notes.append("Small areas of Wales (W…) lie in no sub-ICB location.")
        }
        for join in joins {
            table.append([
                .text(join.name), .text(join.source), .count(join.codes), .count(join.matched),
                .count(join.unmatched.count),
                join.unmatched.isEmpty ? .absent("–") : .text(join.unmatched.prefix(5).joined(separator: ", ")),
            ])
        }
        return table
    }

    /// Every code that was not found, one a row.
    public static func unmatched(_ joins: [Join]) -> Table {
        var table = Table(
            key: "unmatched", caption: "Codes that no file lists",
            columns: [.init("join", "Whose codes"), .init("source", "In"), .init("code", "Code")])
        for join in joins {
            for code in join.unmatched { table.append([.text(join.name), .text(join.source), .text(code)]) }
        }
        return table
    }

    /// A series by practice on the boards of a file, a board a row.
    public static func placed(
        _ outcome: PlaceByPractice.Outcome, by source: String, names: (OrganisationCode) -> String?
    ) -> Table {
        var table = Table(
            key: "figures", caption: "Figures by practice on the boards of \(source)",
            columns: [
                .init("code", "Board"), .init("name", "Its name"), .init("practices", "Practices"),
                .init("figure", "Figure"),
            ])
        var sum = Units.zero
        for (board, figure) in outcome.placed.sorted(by: { $0.key < $1.key }) {
            sum += figure
            table.append([
                .text(board.description), .optional(names(board), else: "not known"),
                .count(outcome.practices[board] ?? 0), .units(figure),
            ])
        }
        let lost = outcome.unplaced.reduce(Units.zero) { $0 + $1.figure }
        table.notes = [
            "Exact: each practice stands under the board that the file has for it, and nothing is shared out.",
            "The figures sum to \(sum + lost), the placed ones to \(sum); \(lost) stand under "
                + "\(grouped(outcome.unplaced.count)) codes that the file does not list"
                + (outcome.unplaced.isEmpty
                    ? "."
                    : ": " + outcome.unplaced.prefix(5).map { $0.practice.description }.joined(separator: ", ")
                        + (outcome.unplaced.count > 5 ? ", …" : "") + "."),
        ]
        return table
    }

    /// Figures of one day on the organisations of another, a part a row; the sums are equal.
    ///
    /// - Parameter figures: by code, in hundredths (`Units`), so that nothing is lost.
    public static func placed(
        _ figures: [OrganisationCode: Units], in directory: Directory, from start: Day, on day: Day
    ) -> Table {
        var table = Table(
            key: "figures", caption: "Figures of \(start.inWords) on the organisations of \(day.inWords)",
            columns: [
                .init("code", "Figure of"), .init("figure", "Figure"), .init("placedOn", "Placed on"),
                .init("name", "Its name"), .init("share", "Share"), .init("placed", "Placed"), .init("how", "How"),
            ])
        var (whole, sum, unplaced, backwards) = (Units.zero, Units.zero, 0, 0)
        for (code, figure) in figures.sorted(by: { $0.key < $1.key }) {
            whole += figure
            let placement = directory.place(code, from: start, on: day)
            let shares: [OrganisationCode: Share]
            let how: String
            switch placement {
            case .same: (shares, how) = ([code: .whole], "the same organisation")
            case .moved(let successor): (shares, how) = ([successor: .whole], "went to one organisation (derived)")
            case .split(let parts):
                shares = Dictionary(uniqueKeysWithValues: parts.map { ($0.code, $0.share) })
                how =
                    "a split into \(parts.count), by \(directory.countedWords(of: code, from: start, on: day)) (derived)"
            case .unknown:
                let isBack = day < start && directory.organisation(code, on: start) != nil
                (shares, how) = (
                    [code: .whole],
                    isBack
                        ? "it was made of others since, and cannot be divided again; it stays under its own code"
                        : "the directory cannot say; it stays under its own code"
                )
                unplaced += 1
                if isBack { backwards += 1 }
            }
            let parts = directory.place([code: figure], from: start, on: day)
            for (successor, part) in parts.sorted(by: { $0.key < $1.key }) {
                sum += part
                table.append([
                    .text(code.description), .units(figure), .text(successor.description),
                    .optional(directory.name(of: successor, on: day), else: "not known"),
                    .optional(shares[successor], else: "–"), .units(part), .text(how),
                ])
            }
        }
        table.notes = [
            "The figures sum to \(whole), the placed ones to \(sum).",
            unplaced == 0
                ? "Every code was placed."
                : "\(grouped(unplaced)) of \(grouped(figures.count)) codes could not be placed and stay under their own.",
        ]
        if backwards > 0 {
            table.notes.append(
                "A merger cannot be undone from figures of boards. With figures by practice it can: give these, and the file "
                    + "that lists the practices under the boards of the day (--practices-by).")
        }
        return table
    }
}

extension Directory {
    /// What was counted where a code's work was shared out: `GP practices`.
    func countedWords(of code: OrganisationCode, from start: Day, on day: Day) -> String {
        guard let organisation = organisation(code, on: start) else { return "nothing" }
        return handover(of: organisation, after: start, through: day)?.counted ?? "nothing"
    }
}
