public import Rulebook
public import Vocabulary

/// Every act on a matter of a contract by its name, so that a journal can be read and decided again.
public enum MatterActs {
    /// In the order in which a matter comes to them.
    public static let all: [any MatterAct.Type] = [
        GiveEarlyWarning.self, IssueActivityQuery.self, IssuePerformanceNotice.self, HoldManagementMeeting.self,
        ConcludeImmediateAction.self, CompleteReview.self, AgreeActionPlan.self, MeetMilestone.self,
        ReportException.self, WithholdPayment.self,
        SettleWithheld.self, CloseMatter.self,
    ]

    /// The act that a line of the journal holds.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-act`, or what `JSONValue.decoded` refuses.
    public static func decode(name: String, _ json: JSONValue) throws(Refusal) -> any MatterAct {
        guard let type = all.first(where: { $0.name == name }) else {
            throw .unknownAct(name, "act on a matter of a contract", known: all.map { $0.name })
        }
        func read<Kind: MatterAct>(_ kind: Kind.Type) throws(Refusal) -> any MatterAct {
            try json.decoded(as: kind, named: name)
        }
        return try read(type)
    }
}

extension ContractMatter {
    /// The matter that a list of acts makes, decided again in order.
    ///
    /// - Returns: nil for no acts.
    /// - Throws: the refusal of the first act that cannot be.
    public static func replaying(
        _ lines: [(act: any MatterAct, author: Author, moment: Moment)], rulebook: Rulebook, calendar: WorkingDays
    ) throws(Refusal) -> ContractMatter? {
        var matter: ContractMatter?
        for line in lines {
            matter = try line.act.decide(
                MatterBefore(matter: matter, rulebook: rulebook, calendar: calendar), by: line.author, at: line.moment)
        }
        return matter
    }
}
