import Tabular
import Vocabulary

extension ImportDentalMonths {
    /// True where a row of the file was refused for what stands in it; of a repeated row the first was read.
    var hasUnreadableRows: Bool {
        reading.problems.contains { $0.effect == .refused && $0.code != "duplicate-row" }
    }

    /// Of the rows held that the file does not have, those of the commissioners and months that it speaks for.
    func missing(of rows: some Collection<Held>) -> [Held] {
        guard !rows.isEmpty else { return [] }
        let spokenFor = spokenFor
        return rows.filter { spokenFor.contains(Spoken($0.value)) }.sorted { $0.id < $1.id }
    }

    static func nothingWithdrawn(_ missing: Int) -> Problem {
        let rows = missing == 1 ? "1 row that is held is" : "\(grouped(missing)) rows that are held are"
        return Problem(
            row: nil, column: nil, code: "nothing-withdrawn",
            "\(rows) not in this file; nothing is withdrawn, because some of the file's rows could not be read.",
            effect: .noted)
    }

    /// - Throws: `Refusal` of kind `input`, code `too-few-rows`.
    func refuseTooFew(missing: [Held], _ before: Before) throws(Refusal) {
        guard missing.count > 1 else { return }
        let spokenFor = spokenFor
        for (month, limit) in before.withdrawnLimits.sorted(by: { $0.key < $1.key }) {
            let held = before.rows.count { $0.value.month == month && spokenFor.contains(Spoken($0.value)) }
            let gone = missing.count { $0.value.month == month }
            guard gone > 1, let share = Share(gone, of: held), share > limit else { continue }
            let rows = reading.values.count { $0.value.month == month }
            throw Refusal(
                .input, code: "too-few-rows",
                "\(source.name) has \(ImportDentalMonths.counted(rows)) for \(month.inWords), and "
                    + "\(ImportDentalMonths.counted(held)) are held for its commissioners: it would withdraw "
                    + "\(grouped(gone)), more than \(limit.percentText(decimals: 0)).",
                remedy: "It has probably lost its end: download it again. If the rows are meant to go, say so with "
                    + "--allow-withdrawals.")
        }
    }

    private var spokenFor: Set<Spoken> { Set(reading.values.lazy.map { Spoken($0.value) }) }

    private static func counted(_ rows: Int) -> String { rows == 1 ? "1 row" : "\(grouped(rows)) rows" }

    private struct Spoken: Hashable {
        let month: Month
        let commissioner: OrganisationCode

        init(_ value: DentalMonth) {
            month = value.month
            commissioner = value.commissioner
        }
    }
}
