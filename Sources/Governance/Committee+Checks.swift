import Vocabulary

extension GovernanceBook {
    /// - Throws: `Refusal` of kind `usage`: `no-such-committee`.
    func requireCommittee(_ id: Slug) throws(Refusal) -> Committee {
        guard let committee = committees[id] else {
            throw Refusal(
                .usage, code: "no-such-committee", "There is no committee “\(id)”.",
                remedy: committees.isEmpty ? "Form it first." : "There are \(named(committees.keys.sorted())).")
        }
        return committee
    }
}

extension Committee {
    /// - Throws: `Refusal` of kind `rule`: `committee-dissolved`; of kind `input`: `before-committee`.
    func requireExists(on day: Day, _ what: String) throws(Refusal) {
        guard formedOn <= day else {
            throw Refusal(
                .input, code: "before-committee",
                "\(what) is \(day.inWords), and “\(id)” was formed on \(formedOn.inWords).",
                remedy: "Correct the day.")
        }
        if let dissolvedOn, day > dissolvedOn {
            throw Refusal(
                .rule, code: "committee-dissolved",
                "\(what) is \(day.inWords), and the last day of “\(id)” was \(dissolvedOn.inWords).",
                remedy: successors.isEmpty ? "Correct the day." : "Its successors are \(named(successors)).")
        }
    }
}
