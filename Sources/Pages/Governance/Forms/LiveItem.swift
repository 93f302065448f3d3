import Governance
import Markup
import Vocabulary

/// The item that is before a live meeting: its quorum now, its motion and votes, and the ways on.
struct LiveItem {
    let live: LiveMeeting

    init(_ live: LiveMeeting) {
        self.live = live
    }

    private var meeting: Meeting { live.meeting }
    private var isClerk: Bool { live.viewer.isClerk }

    var html: Html {
        guard meeting.state == .open else { return .none }
        guard let item = live.itemBefore else {
            return .section(
                heading: 2, "Before the meeting", id: "now",
                [.paragraph("No item is before the meeting.", class: "empty")])
        }
        guard !live.isKeptFromViewer(item.id) else {
            return .section(
                heading: 2, "Before the meeting", id: "now",
                [.paragraph("An item in which you take no part is before the meeting.")])
        }
        return .section(
            heading: 2, .name("Before the meeting: \(live.number(of: item.id))"), id: "now",
            quorum(item) + leaving(item) + clinicalVoice(item) + motions(item) + (isClerk ? ways(item) : []))
    }

    // MARK: - Quorum

    private func quorum(_ item: AgendaItem) -> [Html] {
        guard item.purpose == .decide else { return [] }
        do {
            let findings = try meeting.quorumNow(for: item.id, book: live.book, at: live.now)
            return findings.map { finding in
                let whose = meeting.committees.count > 1 ? "\(live.title(of: finding.committee)): " : ""
                if finding.isMet {
                    return .notification(
                        .done, title: "\(whose)Quorate", id: ElementID("quorum-\(finding.committee)"),
                        [.paragraph(.text("\(counted(finding.counted.count, "person counts", "people count"))."))])
                }
                return .notification(
                    .important, title: "\(whose)Not quorate", id: ElementID("quorum-\(finding.committee)"),
                    [
                        .paragraph(.text("Needed: \(finding.missing.joined(separator: "; ")).")),
                        .paragraph(.text("What may be done: \(finding.waysOut.joined(separator: "; ")).")),
                    ])
            }
        } catch {
            return [.paragraph(.text(error.told), class: "empty")]
        }
    }

    /// For the clerk: who is still in the room and, as the chair decided, leaves it for this item.
    private func leaving(_ item: AgendaItem) -> [Html] {
        guard isClerk else { return [] }
        let isVoting = live.openMotion != nil
        let leave = meeting.standingHandlings(item.id).filter { handling in
            handling.parts.isEmpty && !(isVoting ? handling.option.mayStayForDecision : handling.option.mayDiscuss)
        }.map(\.member).eachOnce.filter { meeting.isPresent($0) }
        guard !leave.isEmpty else { return [] }
        let names = leave.map { live.name($0) }.joined(separator: ", ")
        return [
            .notification(
                .important, title: "To leave now", id: "leaving",
                [
                    .paragraph(
                        .name("\(names). Press “Leaves for this item” beside the name under Who is here."))
                ])
        ]
    }

    // MARK: - Clinical voice

    /// Where no clinician is left to take part: that it is so, who was asked, and for the clerk whom else to ask.
    private func clinicalVoice(_ item: AgendaItem) -> [Html] {
        let tables = live.tables
        let unheard = tables.unheard(item.id)
        let asked = live.meeting.asked(for: item.id).isEmpty ? nil : tables.clinicalVoice(of: item.id).last
        let ask = Html.paragraph(
            LiveButton.link("Record that a clinician was asked", .askClinician, live, ["item": item.id]))
        guard !unheard.isEmpty else { return asked.map { [.paragraph(.name($0))] } ?? [] }
        return [
            .notification(
                .important, title: "No clinical voice", id: ElementID("voice-\(item.id)"),
                unheard.map { .paragraph(.name($0)) } + [asked.map { .paragraph(.name($0)) }.orNone]
                    + (isClerk ? [ask] : []))
        ]
    }

    // MARK: - Motions

    private func motions(_ item: AgendaItem) -> [Html] {
        meeting.motions.filter { $0.item == item.id }.map { motion in
            .section(
                heading: 3, .name("Motion: \(motion.text)"), id: ElementID("motion-\(motion.id)"),
                [.paragraph(.name("Reasons: \(motion.reasons)"))]
                    + (motion.isOpen ? voting(motion) : results(motion)))
        }
    }

    private func voting(_ motion: Motion) -> [Html] {
        let voted = motion.votes.map(\.vote.voter).eachOnce + motion.secretVotes.flatMap(\.voted)
        var parts: [Html] = [
            .paragraph(
                .name(
                    voted.isEmpty
                        ? "The vote is open; nobody has voted yet."
                        : "The vote is open. Voted: \(voted.map { live.name($0) }.joined(separator: ", ")).")
            )
        ]
        if let person = live.viewer.person, live.viewer.takesPart, meeting.isPresent(person),
            motion.secretVotes.isEmpty
        {
            let isAsked = meeting.mayStillVote(on: motion, book: live.book).contains(person)
            parts.append(
                !isAsked
                    ? .paragraph(voted.contains(person) ? "You have voted." : "You have no vote on this.")
                    : Form(
                        to: MeetingDeed(live.id, .vote).destination, token: live.token,
                        id: ElementID("own-\(motion.id)"), label: "Your vote",
                        parts: [.words(.paragraph(.strong("Your vote")))],
                        kept: [.init("motion", motion.id.description)],
                        button: .init("For", .first, sending: .init("choice", Vote.Choice.inFavour.rawValue)),
                        others: [
                            .init("Against", .second, sending: .init("choice", Vote.Choice.against.rawValue)),
                            .init("Abstain", .second, sending: .init("choice", Vote.Choice.abstain.rawValue)),
                        ]
                    ).html)
        }
        if !motion.secretVotes.isEmpty {
            parts.append(
                .paragraph(
                    """
                    It is a secret vote: papers are put in by hand and counted. The record keeps how many were for and \
                    against and who put a paper in, and nobody can see who voted how.
                    """, class: "meaning"))
        }
        guard isClerk else { return parts }
        return parts + [
            .list(
                [
                    motion.secretVotes.isEmpty
                        ? LiveButton.link("Enter votes", .votes, live, ["motion": motion.id]) : nil,
                    motion.votes.isEmpty
                        ? LiveButton.link(
                            "Enter the counts of a secret vote", .secretVotes, live, ["motion": motion.id]) : nil,
                    LiveButton.link("Close the vote", .closeVote, live, ["motion": motion.id]),
                ].compactMap(\.self), class: "ways")
        ]
    }

    private func results(_ motion: Motion) -> [Html] {
        motion.results.map { result in
            let whose = meeting.committees.count > 1 ? "\(live.title(of: result.committee)): " : ""
            let words: String =
                switch result.outcome {
                case .carried: "Carried"
                case .notCarried: "Not carried"
                case .quorumLost: "Without a result, for the quorum was lost"
                }
            let cast = motion.votes.filter { $0.committee == result.committee }.map(\.vote.choice)
            func count(_ choice: Vote.Choice) -> Int { cast.count { $0 == choice } }
            let secret = motion.secretVotes.first { $0.committee == result.committee }?.counts
            let counts =
                cast.isEmpty
                ? secret.map {
                    " in a secret vote: \($0.inFavour) for, \($0.against) against, \($0.abstained) abstained"
                } ?? ""
                : ": \(count(.inFavour)) for, \(count(.against)) against, \(count(.abstain)) abstained"
            return .paragraph(.strong(.text("\(whose)\(words)\(counts).")))
        }
    }

    // MARK: - Ways on

    private func ways(_ item: AgendaItem) -> [Html] {
        let about = ["item": item.id]
        let isStopped = meeting.proceeding(item.id)?.state == .stopped
        let canMove = item.purpose == .decide && live.openMotion == nil && !isStopped
        var links: [Html] = []
        if canMove { links.append(LiveButton.link("Put a motion", .move, live, about)) }
        if canMove, live.allowsConsensus {
            links.append(LiveButton.link("Decide without a vote, where all agree", .consensus, live, about))
        }
        if !item.gates.isEmpty {
            links.append(LiveButton.link("Record who has seen what the law asks for", .seen, live, about))
        }
        if item.purpose == .approveMinutes, live.openMotion == nil {
            links.append(LiveButton.link("Approve the minutes", .approveMinutes, live, about))
        }
        if live.openMotion == nil {
            links += [
                LiveButton.link("Put it off to a later meeting", .putOff, live, about),
                LiveButton.link("Refer it to another body", .refer, live, about),
                LiveButton.link("Ask somebody to join for it", .coOpt, live, about),
            ]
        }
        var parts: [Html] = links.isEmpty ? [] : [.list(links, class: "ways")]
        let kept = [("item", item.id.description)]
        if isStopped {
            parts.append(LiveButton.html("Take it up again", .take, live, kept, look: .first))
        } else if live.openMotion == nil {
            parts.append(LiveButton.html("Close this item", .closeItem, live, kept))
        }
        return parts
    }
}
