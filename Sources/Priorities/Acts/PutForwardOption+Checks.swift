import Vocabulary

extension Option {
    func refused(_ code: String, _ words: String, _ remedy: String) -> Refusal {
        Refusal(.input, code: code, "The option “\(id)” \(words).", remedy: remedy)
    }

    /// Refuses an option that its round cannot hold.
    ///
    /// - Precondition: the amounts of the round have been found to fit (`checkSums`).
    func check(against round: Round) throws(Refusal) {
        try refuseBlank(title, "The title of the option “\(id)”")
        let key = title.titleKey
        if let other = round.options.first(where: { $0.id != id && $0.title.titleKey == key }) {
            throw refused(
                "option-title-twice", "is called “\(title)”, and so is “\(other.id)”",
                "Give each option a name of its own; to amend one, use its short name.")
        }
        try checkPeople(benefit: round.benefit)
        try checkRequires(among: round)
        try checkCosts()
        try checkKind()
        try checkFreed(locks: round.envelope?.locks ?? [])
        if let envelope = round.envelope { try checkYears(of: envelope, others: round.options) }
    }

    private func checkPeople(benefit: BenefitKind) throws(Refusal) {
        if let people, people < 0 {
            throw refused(
                "people-negative", "is for \(people) people",
                "Give how many benefit in a year; for a disinvestment, how many lose.")
        }
        if let successPercent, !(1...100).contains(successPercent) {
            throw refused(
                "success-range", "works with a chance of \(successPercent) per cent", "Give 1 to 100 per cent.")
        }
        guard benefit == .perPerson else { return }
        guard people != nil, successPercent != nil else {
            let missing = [people == nil ? "people" : nil, successPercent == nil ? "successPercent" : nil]
            throw refused(
                "per-person-missing", "lacks \(named(missing.compactMap(\.self)))",
                "Benefit is counted per person in this round: give how many people, and the chance that it works.")
        }
    }

    private func checkRequires(among round: Round) throws(Refusal) {
        if requires.contains(id) {
            throw refused("requires-itself", "requires itself", "Take that prerequisite away.")
        }
        if let twice = twice(requires) {
            throw refused("requires-twice", "requires “\(twice)” twice", "Name it once.")
        }
        if let unknown = requires.first(where: { round.option($0) == nil }) {
            throw refused(
                "requires-unknown", "requires “\(unknown)”, which nobody has put forward",
                "Put that one forward first, or take the prerequisite away.")
        }
    }

    private func checkCosts() throws(Refusal) {
        if let twice = twice(costs.map(\.year)) {
            throw refused("year-twice", "has costs for \(twice) twice", "Give each year once.")
        }
        let oneOff = costs.map(\.oneOff).total()
        guard capital >= .zero, capital == .zero || capital <= oneOff else {
            throw refused(
                "capital-range", "has capital of \(capital), and one-off costs of \(oneOff) over all years",
                "Capital is part of the one-off costs, and not negative.")
        }
        if let freed = freesContracts.first(where: { $0.amount < .zero }) {
            throw refused(
                "freed-negative", "frees \(freed.amount) of the contract “\(freed.contract)”",
                "Money that is freed is given without a sign.")
        }
        guard let last = costs.max(by: { $0.year < $1.year }), last.recurrent != .zero else { return }
        let isCovered = last.recurrent > .zero ? fullYear >= last.recurrent : fullYear <= last.recurrent
        guard isCovered else {
            throw refused(
                "full-year-effect",
                "has a full-year effect of \(fullYear), and \(last.recurrent) of recurrent cost in \(last.year) already",
                "The full-year effect is at least the last year’s recurrent cost; a cost that ends is one-off.")
        }
    }

    private func checkKind() throws(Refusal) {
        let totals = costs.map { $0.recurrent + $0.oneOff }
        guard !totals.isEmpty else { return }
        if kind.isDisinvestment, fullYear > .zero, totals.allSatisfy({ $0 > .zero }) {
            throw refused(
                "kind-mismatch", "is a disinvestment (\(kind.rawValue)) and costs money in every year",
                "Give what it frees as negative costs, or call it an investment.")
        }
        if !kind.isDisinvestment, fullYear < .zero, totals.allSatisfy({ $0 < .zero }) {
            throw refused(
                "kind-mismatch", "is an investment and frees money in every year",
                "Call it what it is: stop, reduce or changeProvider.")
        }
    }

    /// A recurrent cost stands in every year from its first: a year left out would be a year without cost.
    private func checkRecurrentGoesOn(in years: [FinancialYear]) throws(Refusal) {
        let recurrent = years.map { (year: $0, amount: cost(in: $0).recurrent) }
        let going = recurrent.drop { $0.amount <= .zero }
        guard let first = going.first, let gap = going.first(where: { $0.amount == .zero }) else { return }
        throw refused(
            "recurrent-cost-stops",
            "has a recurrent cost of \(first.amount) in \(first.year), and none in \(gap.year)",
            "Give the recurrent cost of every year of the envelope from the first on; a cost that ends is one-off.")
    }

    private func checkYears(of envelope: Envelope, others: [Option]) throws(Refusal) {
        let years = envelope.years.map(\.year)
        let outside = costs.map(\.year).filter { !years.contains($0) }.sorted()
        guard outside.isEmpty else {
            throw refused(
                "year-outside-envelope",
                "has costs in \(outside.map(\.description).joined(separator: ", ")), for which there is no envelope",
                "Give costs for the years \(years.map(\.description).joined(separator: ", ")); what comes later is "
                    + "the full-year effect.")
        }
        try checkRecurrentGoesOn(in: years)
        guard fullYear > .zero else { return }
        for cost in costs where cost.recurrent > .zero && envelope.recurrent(in: cost.year) <= .zero {
            let isFreed = others.contains { $0.id != id && $0.cost(in: cost.year).recurrent < .zero }
            guard isFreed else {
                throw refused(
                    "recurrent-without-source",
                    "has a recurrent cost of \(cost.recurrent) in \(cost.year), and the envelope has no recurrent "
                        + "money in that year",
                    "Slippage and non-recurrent money pay only for what ends: make the cost one-off, add a recurrent "
                        + "source, or put forward first what frees recurrent money.")
            }
        }
    }
}
