import Vocabulary

extension SetEnvelope {
    static func check(years: [Envelope.Year]) throws(Refusal) {
        guard !years.isEmpty else {
            throw Refusal(
                .input, code: "no-years", "The envelope has no year.",
                remedy: "Give the money of at least one financial year.")
        }
        for (earlier, later) in zip(years, years.dropFirst()) where later.year != earlier.year.next {
            throw Refusal(
                .input, code: "years-order",
                "In the envelope \(later.year) follows \(earlier.year).",
                remedy: "Give the years in order, each once and none left out; a year may have no source.")
        }
        for year in years {
            for source in year.sources {
                try refuseBlank(source.title, "The title of a source of money in \(year.year)")
                guard source.amount >= .zero else {
                    throw Refusal(
                        .input, code: "amount-negative",
                        "The source “\(source.title)” of \(year.year) is \(source.amount).",
                        remedy: "A source is not negative; give what can be spent after all that is owed.")
                }
            }
        }
    }

    static func check(locks: [Lock], years: [Envelope.Year]) throws(Refusal) {
        if let twice = twice(locks.map(\.id)) {
            throw Refusal(
                .input, code: "lock-twice", "Two locks have the short name “\(twice)”.",
                remedy: "Give each lock a short name of its own.")
        }
        for lock in locks {
            try refuseBlank(lock.title, "The title of the lock “\(lock.id)”")
            guard lock.amount > .zero else {
                throw Refusal(
                    .input, code: "lock-amount", "The lock “\(lock.id)” holds \(lock.amount).",
                    remedy: "Give a year’s worth of the money that it ties, or leave it out.")
            }
            guard let last = years.last?.year, lock.until <= last.firstDay else {
                throw Refusal(
                    .input, code: "lock-never-joins",
                    "The lock “\(lock.id)” ends on \(lock.until.inWords), after the first day of the envelope’s last "
                        + "year: its money never joins.",
                    remedy: "Add the years up to the first that starts on or after that day, or leave the lock out.")
            }
        }
    }

    static func checkContradictions(of rules: [PortfolioRule]) throws(Refusal) {
        for inside in rules where inside.kind == .forcedIn {
            for outside in rules where outside.kind == .forcedOut {
                if let option = inside.options.first(where: { outside.options.contains($0) }) {
                    throw Refusal(
                        .input, code: "rules-contradict",
                        "The rule “\(inside.id)” forces “\(option)” in, and “\(outside.id)” forces it out.",
                        remedy: "Take one of the two rules away.")
                }
            }
        }
    }
}

extension PortfolioRule {
    /// Refuses a rule that lacks what its kind needs, or has what its kind makes no use of.
    func check() throws(Refusal) {
        try refuseBlank(title, "The title of the rule “\(id)”")
        func refused(_ words: String, _ remedy: String) -> Refusal {
            Refusal(.input, code: "rule-shape", "The rule “\(id)” (\(kind.rawValue)) \(words).", remedy: remedy)
        }
        if let twice = twice(options) { throw refused("names the option “\(twice)” twice", "Name it once.") }
        let speaksOfAll = tag == nil && area == nil
        guard options.isEmpty || speaksOfAll else {
            throw refused("names options and a tag or an area besides", "Name either the options or the tag or area.")
        }
        switch kind {
        case .ringFenceMost, .ringFenceLeast, .capitalMost:
            guard let limit, limit >= .zero else {
                throw refused("needs a limit of money, not negative", "Give `limit`, such as “£120,000”.")
            }
        case .workforceMost, .optionsLeast, .optionsMost:
            guard let number, number >= 0 else {
                throw refused("needs a number, not negative", "Give `number`.")
            }
        case .exclusive, .prerequisite:
            guard options.count >= 2 else {
                throw refused("needs two options or more", "Name them in `options`.")
            }
        case .forcedIn, .forcedOut:
            guard !options.isEmpty || !speaksOfAll else {
                throw refused("needs the options, the tag or the area that it speaks of", "Name them.")
            }
        }
        guard limit == nil || kind.countsMoney else {
            throw refused("has a limit of money, which its kind makes no use of", "Take `limit` away.")
        }
        guard number == nil || kind.counts else {
            throw refused("has a number, which its kind makes no use of", "Take `number` away.")
        }
    }
}

extension PortfolioRule.Kind {
    fileprivate var countsMoney: Bool {
        switch self {
        case .ringFenceMost, .ringFenceLeast, .capitalMost: true
        default: false
        }
    }

    fileprivate var counts: Bool {
        switch self {
        case .workforceMost, .optionsLeast, .optionsMost: true
        default: false
        }
    }
}

extension Round {
    /// Refuses rules that name options which are not there.
    func checkRulesAgainstOptions() throws(Refusal) {
        for rule in rules {
            let unknown = rule.options.filter { option($0) == nil }
            guard unknown.isEmpty else {
                throw Refusal(
                    .input, code: "rule-unknown-option",
                    "The rule “\(rule.id)” names \(named(unknown)), which nobody has put forward.",
                    remedy: "Put forward what it names, or correct the rule. The options are "
                        + "\(named(options.map(\.id))).")
            }
        }
    }

    /// Refuses amounts that no sum could hold: then no sum of some of them, with either sign, is beyond 64 bits.
    func checkSums() throws(Refusal) {
        var amounts = rules.compactMap { $0.limit?.pence } + rules.compactMap(\.number)
        if let envelope {
            amounts += envelope.years.flatMap { $0.sources.map(\.amount.pence) }
            for _ in envelope.years { amounts += envelope.locks.map(\.amount.pence) }
        }
        var faulty: String?
        if !fits(amounts) { faulty = "the envelope" }
        for option in options where faulty == nil {
            amounts += option.amounts
            if !fits(amounts) { faulty = "the option “\(option.id)”" }
        }
        if let faulty {
            throw Refusal(
                .input, code: "amount-overflow",
                "With \(faulty) the amounts of the round sum to more than can be counted, 64 bits of pence.",
                remedy: "Look for an amount with too many digits.")
        }
    }
}

extension Option {
    /// Every figure that is summed somewhere.
    fileprivate var amounts: [Int] {
        costs.flatMap { [$0.recurrent.pence, $0.oneOff.pence] } + freesContracts.map(\.amount.pence)
            + [fullYear.pence, capital.pence, workforceHundredths, people ?? 0]
    }
}
