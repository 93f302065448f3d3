import Vocabulary

// No saving is claimed before the contracts that it comes from can be ended or changed.

extension Option {
    /// A contract that it frees, and the first day on which it can be: where the envelope locks the contract, not
    /// before its lock ends.
    private struct Freeing {
        var contract: String
        var amount: Money
        var from: Day

        /// Twelfths of a year, the month of the first day whole.
        func months(in year: FinancialYear) -> Int {
            min(12, max(0, year.next.firstDay.month.index - from.month.index))
        }
    }

    /// Refuses a saving in a year in which its contracts do not free as much.
    ///
    /// A contract frees a twelfth of its amount for each month of the year from the one in which it is free, that
    /// month whole: nothing in the years before, and in a year in which it is freed midway no more than the months
    /// that are left of it. Of what the option saves in a full year, the part that its contracts' amounts cover grows
    /// as they are freed; what it saves beyond them, by other means, is not held up by them. An option that saves
    /// nothing in a full year may still save what its contracts free until its own costs begin.
    ///
    /// Only recurrent savings are judged: money that is got once is no part of a contract. A difference of less
    /// than a pound is rounding.
    func checkFreed(locks: [Lock]) throws(Refusal) {
        let freeings = freesContracts.map { freed in
            let locked = locks.filter { $0.contract == freed.contract }.map(\.until).max()
            return Freeing(
                contract: freed.contract, amount: freed.amount, from: locked.map { max($0, freed.from) } ?? freed.from)
        }
        guard freeings.contains(where: { $0.amount > .zero }) else { return }
        for cost in costs.sorted(by: { $0.year < $1.year }) where cost.recurrent < .zero {
            let most = mostSaved(in: cost.year, freeings)
            let late = freeings.filter { $0.months(in: cost.year) < 12 }
            guard !late.isEmpty, (-cost.recurrent - most).pence >= 100 else { continue }
            let contracts = late.map { "“\($0.contract)” (\($0.amount) a year) is free from \($0.from.inWords)" }
            var whole = cost.year
            while late.contains(where: { $0.months(in: whole) < 12 }) { whole = whole.next }
            throw refused(
                "saving-before-freed",
                "claims to save \(-cost.recurrent) in \(cost.year), and can save no more than \(most): the contract "
                    + contracts.joined(separator: ", and "),
                "Claim no more than that in \(cost.year), and a whole year’s saving from \(whole) on; or correct the "
                    + "day from which the contract is free.")
        }
    }

    private func mostSaved(in year: FinancialYear, _ freeings: [Freeing]) -> Money {
        let all = freeings.map(\.amount).total()
        let freed = freeings.map { $0.amount.scaled(by: $0.months(in: year), over: 12) }.total()
        let tied = min(max(-fullYear, .zero), all)
        return tied == .zero ? freed : -fullYear - tied + tied.scaled(by: freed.pence, over: all.pence)
    }
}
