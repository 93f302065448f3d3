public import Rulebook
public import Tabular
public import Vocabulary

extension MeetingTables {
    /// What was decided about interests, beside what was proposed.
    public var handlings: Table {
        var table = Table(
            key: "handlings", caption: "How interests were handled",
            columns: [
                .init("item", "Item"), .init("member", "Member"), .init("name", "Name", isPersonal: true),
                .init("parts", "Of"), .init("interests", "Interests"), .init("proposed", "Proposed"),
                .init("decided", "Decided"), .init("decidedBy", "By"), .init("reason", "Reason"),
                .init("rule", "Rule"), .init("stands", "Stands"), .init("away", "Was away"),
            ], notes: ["The chair decides; what is proposed follows the rules of the day of the meeting."])
        for handling in meeting.handlings {
            let stands = meeting.standingHandlings(handling.item).contains(handling)
            table.append([
                .text(itemTitle(handling.item)), .text(handling.member.description), .text(who(handling.member)),
                .text(parts(handling.parts)),
                handling.interests.isEmpty
                    ? .absent("none named") : .text(handling.interests.map(\.description).joined(separator: ", ")),
                .optional(handling.proposed?.inWords, else: "nothing"), .text(handling.option.inWords),
                .text(handling.decidedBy.description), .optional(handling.reason, else: "as proposed"),
                .optional(handling.rule, else: "none"), .flag(stands),
                .optional(absence(of: handling.member, for: handling.item), else: "not for the item"),
            ])
        }
        return table
    }

    /// What is proposed for each interest of each member in each item.
    ///
    /// - Throws: what `ProposeHandling` refuses.
    public func proposals(_ rulebook: Rulebook) throws(Refusal) -> Table {
        var table = Table(
            key: "proposals", caption: "What is proposed for each interest",
            columns: [
                .init("item", "Item"), .init("member", "Member"), .init("name", "Name", isPersonal: true),
                .init("interest", "Interest"), .init("basis", "Known from"), .init("parts", "Touches"),
                .init("why", "Why"), .init("proposed", "Proposed"), .init("weakest", "At least"),
                .init("rule", "Rule"), .init("decided", "Decided"),
            ], notes: ["The chair decides."])
        for proposal in try ProposeHandling.proposals(for: meeting, book: book, rulebook: rulebook) {
            let decided = meeting.standingHandlings(proposal.item, member: proposal.member).last {
                $0.interests.contains(proposal.interest)
            }
            table.append([
                .text(itemTitle(proposal.item)), .text(proposal.member.description), .text(who(proposal.member)),
                .text(proposal.interest.description), .text(proposal.basis.rawValue), .text(parts(proposal.parts)),
                .text(proposal.why), .text(proposal.option.inWords),
                .optional(proposal.weakest?.inWords, else: "no rule"), .text(proposal.rule),
                .optional(decided?.option.inWords, else: "not yet"),
            ])
        }
        return table
    }

    /// `left 10:05, back 10:20`; nil where the person did not leave for the item.
    func absence(of person: Slug, for item: Slug) -> String? {
        let spans = meeting.presences.filter { $0.person == person }
        let left = spans.indices.filter { spans[$0].leftFor == item }
        guard !left.isEmpty else { return nil }
        return left.map { place in
            let back = spans[(place + 1)...].first.map { ", back \($0.from.clock)" } ?? ", did not come back"
            return "left \(spans[place].until?.clock ?? "")\(back)"
        }.joined(separator: "; ")
    }
}
