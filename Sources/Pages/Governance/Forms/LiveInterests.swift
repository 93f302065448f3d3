import Governance
import Markup
import Vocabulary

/// Interests in the items of a live meeting: for the clerk what is proposed and waits for the chair, for everybody what
/// was decided.
struct LiveInterests {
    let live: LiveMeeting

    init(_ live: LiveMeeting) {
        self.live = live
    }

    private var meeting: Meeting { live.meeting }

    var parts: [Html] {
        let mayDeclare =
            [.planned, .papersOut, .open].contains(meeting.state) && !meeting.agenda.isEmpty
            && (live.viewer.isClerk || (live.viewer.takesPart && live.viewer.person != nil))
        return waiting + told + decided
            + (mayDeclare
                ? [
                    .paragraph(
                        LiveButton.link("Declare an interest in an item", live.viewer.isClerk ? .declare : .tell, live))
                ] : [])
    }

    private var waiting: [Html] {
        guard live.viewer.isClerk, [.planned, .papersOut, .open].contains(meeting.state) else { return [] }
        let open = live.proposals(open: true)
        guard !open.isEmpty else { return [] }
        return [
            .section(
                heading: 3, "For the chair to decide", id: "proposed",
                [
                    .summaryList(
                        open.map { proposal in
                            let about = ["item": proposal.item, "member": proposal.member]
                            let who = live.name(proposal.member)
                            return .init(
                                "\(who), \(live.number(of: proposal.item))",
                                .group([
                                    .paragraph(
                                        .name(
                                            "\(sentence(live.book.naming(proposal.why, live.name))) "
                                                + "Proposed: \(proposal.option.inWords).")),
                                    chairButton(proposal),
                                    .paragraph(
                                        LiveButton.link(
                                            "Decide otherwise", .handling, live, about, of: "\(who), \(proposal.item)")),
                                ]))
                        })
                ])
        ]
    }

    private func sentence(_ words: String) -> String { words.hasSuffix(".") ? words : "\(words)." }

    /// What the viewer told the meeting of, and the chair has not decided about.
    private var told: [Html] {
        guard let person = live.viewer.person, !live.viewer.isClerk else { return [] }
        let open = meeting.interests.filter { interest in
            interest.member == person
                && !meeting.standingHandlings(interest.item, member: person).contains {
                    $0.interests.contains(interest.id)
                }
        }
        guard !open.isEmpty else { return [] }
        return [
            .summaryList(
                open.map { interest in
                    .init(
                        live.name(person),
                        .name(
                            "\(live.number(of: interest.item)): \(sentence(interest.nature)) The chair has still to "
                                + "decide how it is handled."))
                })
        ]
    }

    private func chairButton(_ proposal: ProposeHandling.Proposal) -> Html {
        let officers = meeting.committees.flatMap { live.book.committees[$0]?.members(on: meeting.day) ?? [] }
            .filter { $0.office != nil }.map(\.person)
        let chair = ([live.chair(of: proposal.item)].compactMap(\.self) + officers).first { $0 != proposal.member }
        guard let chair else { return .none }
        return LiveButton.html(
            "\(live.name(chair)) decides as proposed", .handle, live,
            [
                ("item", proposal.item.description), ("member", proposal.member.description),
                ("chair", chair.description), ("interest", proposal.interest.description),
            ], about: "\(live.name(proposal.member)), \(proposal.item)")
    }

    private var decided: [Html] {
        let standing = meeting.agenda.flatMap { meeting.standingHandlings($0.id) }
        guard !standing.isEmpty else {
            return !told.isEmpty || (live.viewer.isClerk && !live.proposals(open: true).isEmpty)
                ? [] : [.paragraph("No interest in an item has been decided about.", class: "empty")]
        }
        return [
            .summaryList(
                standing.map { handling in
                    let parts =
                        handling.parts.isEmpty
                        ? "" : " (\(handling.parts.map(\.description).joined(separator: ", ")))"
                    return .init(
                        live.name(handling.member),
                        .name(
                            "\(live.number(of: handling.item))\(parts): \(handling.option.inWords); decided by "
                                + "\(live.name(handling.decidedBy))"))
                })
        ]
    }
}
