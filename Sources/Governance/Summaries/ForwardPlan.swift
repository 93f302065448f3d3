public import Tabular
public import Vocabulary

/// What meetings to come will take, and what is owed to the next one.
public struct ForwardPlan: Sendable {
    private let book: GovernanceBook

    public init(_ book: GovernanceBook) {
        self.book = book
    }

    /// The items of meetings planned on the day or later, by meeting.
    public func table(on day: Day) -> Table {
        var table = Table(
            key: "items", caption: "Forward plan from \(day.inWords)",
            columns: [
                .init("day", "Day"), .init("meeting", "Meeting"), .init("committees", "Committee"),
                .init("item", "Item"), .init("title", "Title"), .init("purpose", "Purpose"),
                .init("matter", "Matter"), .init("amountPence", "Would commit"), .init("isPublic", "In public"),
            ])
        let planned = book.meetings.values
            .filter { ($0.state == .planned || $0.state == .papersOut) && $0.startsAt.inLondon.day >= day }
            .sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        for meeting in planned {
            for item in meeting.agenda where meeting.proceeding(item.id)?.state == .waiting {
                table.append([
                    .day(meeting.startsAt.inLondon.day), .text(meeting.id.description),
                    .text(meeting.committees.map(\.description).joined(separator: ", ")),
                    .text(item.id.description), .text(item.title), .text(item.purpose.inWords),
                    .optional(item.matter?.description, else: "none"), .optional(item.amount, else: "not said"),
                    .flag(meeting.isPublic),
                ])
            }
        }
        return table
    }

    /// Something that the next meeting of a committee has to take.
    public struct Owed: Hashable, Sendable {
        public var committee: Slug
        public var kind: Kind
        /// The meeting, or the decision, that it comes from.
        public var from: Slug
        public var item: Slug?
        public var sentence: String

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case deferredItem, itemNotReached, itemOfCancelledMeeting, decisionToReport, minutesToApprove
        }
    }

    /// What is owed to the next meeting of each committee, by committee; what stands on the agenda of a meeting that is
    /// planned, or was taken since, is not owed.
    public func owed() -> [Owed] {
        (items() + reports() + minutes()).sorted {
            ($0.committee, $0.kind.rawValue, $0.from) < ($1.committee, $1.kind.rawValue, $1.from)
        }
    }

    private func items() -> [Owed] {
        book.meetings.values.flatMap { meeting -> [Owed] in
            let later = book.meetings.values.filter { $0.startsAt > meeting.startsAt && $0.state != .cancelled }
            func isTakenUp(_ item: AgendaItem, by committee: Slug) -> Bool {
                later.contains { other in
                    other.committees.contains(committee)
                        && other.agenda.contains { next in
                            let isSame =
                                next.id == item.id || (next.subject != .other && next.subject == item.subject)
                            return isSame && other.proceeding(next.id)?.state != .withdrawn
                        }
                }
            }
            return meeting.agenda.flatMap { item -> [Owed] in
                let waits = meeting.state == .cancelled && meeting.proceeding(item.id)?.state == .waiting
                let outcomes = meeting.proceeding(item.id)?.outcomes ?? []
                return meeting.committees.compactMap { committee in
                    let outcome = outcomes.last { $0.committee == committee }?.kind
                    let kind: Owed.Kind? =
                        waits
                        ? .itemOfCancelledMeeting
                        : outcome == .deferred ? .deferredItem : outcome == .notReached ? .itemNotReached : nil
                    guard let kind, !isTakenUp(item, by: committee) else { return nil }
                    let what =
                        switch kind {
                        case .deferredItem: "was deferred at"
                        case .itemNotReached: "was not reached at"
                        default: "was on the agenda of the cancelled"
                        }
                    return Owed(
                        committee: committee, kind: kind, from: meeting.id, item: item.id,
                        sentence: "“\(item.title)” \(what) \(meeting.id).")
                }
            }
        }
    }

    private func reports() -> [Owed] {
        book.decisions.values.compactMap { decision in
            let isReported = book.meetings.values.contains { meeting in
                meeting.committees.contains(decision.committee) && meeting.state != .cancelled
                    && meeting.agenda.contains { item in
                        guard case .decisions(let ids) = item.subject, ids.contains(decision.id) else { return false }
                        guard meeting.state == .closed else { return true }
                        return meeting.proceeding(item.id)?.outcomes
                            .contains { $0.kind == .noted || $0.kind == .discussed } ?? false
                    }
            }
            guard !isReported else { return nil }
            return Owed(
                committee: decision.committee, kind: .decisionToReport, from: decision.id, item: nil,
                sentence: "“\(decision.title)”, decided \(decision.manner.inWords) on "
                    + "\(decision.decidedAt.inLondon.day.inWords), is to be reported.")
        }
    }

    private func minutes() -> [Owed] {
        book.meetings.values.filter { $0.state == .closed && $0.approval == nil }.flatMap { meeting -> [Owed] in
            meeting.committees.compactMap { committee in
                let isPlanned = book.meetings.values.contains { other in
                    other.state != .cancelled && other.state != .closed && other.committees.contains(committee)
                        && other.agenda.contains { $0.subject == .minutes(of: meeting.id) }
                }
                guard !isPlanned else { return nil }
                return Owed(
                    committee: committee, kind: .minutesToApprove, from: meeting.id, item: nil,
                    sentence: "The minutes of \(meeting.id) are to be approved."
                        + byConsensus(in: meeting, committee))
            }
        }
    }

    /// What was decided without a vote, which the next meeting is told by name.
    private func byConsensus(in meeting: Meeting, _ committee: Slug) -> String {
        let agreed = meeting.resolutions.filter { $0.committee == committee && $0.manner == .consensus && $0.isCarried }
        guard !agreed.isEmpty else { return "" }
        return " Decided by consensus, to be reported: \(named(agreed.map(\.id)))."
    }

    /// What is owed, one row each.
    public func owedTable() -> Table {
        var table = Table(
            key: "owed", caption: "Owed to the next meeting",
            columns: [
                .init("committee", "Committee"), .init("kind", "What"), .init("from", "From"), .init("item", "Item"),
                .init("sentence", "In words"),
            ])
        for one in owed() {
            table.append([
                .text(one.committee.description), .text(one.kind.rawValue), .text(one.from.description),
                .optional(one.item?.description, else: "none"), .text(one.sentence),
            ])
        }
        return table
    }

    /// The action log of every meeting on a day.
    ///
    /// - Parameter text: resolves a personal text.
    public func actions(on day: Day, text: (Personal) -> String?) -> Table {
        let meetings = book.meetings.values.sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        return MeetingTables.actions(meetings, on: day) { person in
            book.people[person].flatMap { text($0.name) } ?? person.description
        }
    }
}
