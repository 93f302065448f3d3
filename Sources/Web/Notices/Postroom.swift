import Access
import Contracts
import Foundation
import Governance
import Mail
import Notices
import Pages
import Store
import Vocabulary

/// The way out for messages while the pages are served: what waits for people is put into the outbox when it is time,
/// and what is in it is made into words and sent.
struct Postroom: Sendable {
    let outbox: Outbox
    let post: Post
    /// How browsers reach the site, without a path.
    let root: String
    /// Whose installation it is.
    let system: String
    let keeper: any Doorkeeper
    /// What waits for an account on a day.
    let waiting: @Sendable (_ account: Account, _ day: Day) throws -> [Notice]
    /// A meeting's hours; nil where there is none of that name, or it is over or called off.
    let meeting: @Sendable (_ id: Slug, _ moment: Moment) throws -> (start: Moment, end: Moment)?
    var log = ServingLog(.none)

    /// Sends what is due, one after the other, each once.
    ///
    /// - Returns: how many the mail server took.
    @discardableResult
    func send(at now: @Sendable () -> Moment) async throws -> Int {
        var (last, sent) = (0, 0)
        while !Task.isCancelled, let item = try outbox.takeNext(after: last, at: now()) {
            last = item.id
            let made: MadeMessage
            do {
                made = try message(for: item, at: now())
            } catch {
                try outbox.end(item, .putOff("it could not be written"), at: now())
                throw error
            }
            switch made {
            case .overtaken(let why): try outbox.end(item, .overtaken(why), at: now())
            case .impossible(let why): try outbox.end(item, .failed(why), at: now())
            case .message(let message):
                let outcome = await post.send(message, id: item.token, at: now())
                switch outcome {
                case .taken:
                    try outbox.end(item, .sent, at: now())
                    sent += 1
                case .later: try outbox.end(item, .putOff(outcome.inWords), at: now())
                case .refused: try outbox.end(item, .failed(outcome.inWords), at: now())
                case .notSettled:
                    // The next would fare no better: nothing else is tried until the settings are right.
                    try outbox.end(item, .putOff(outcome.inWords), at: now())
                    return sent
                }
            }
        }
        return sent
    }

    /// Puts weekly messages and reminders into the outbox, each once.
    ///
    /// - Returns: how many were put in.
    @discardableResult
    func look(at moment: Moment) throws -> Int {
        let london = moment.inLondon
        guard MailLimits.hours.contains(london.hour) else { return 0 }
        try outbox.forgetOld(at: moment)
        var put = 0
        for account in try keeper.people().book.accounts.values.sorted(by: { $0.id < $1.id })
        where account.state == .active {
            guard try outbox.wantsReminders(account.id) else { continue }
            let notices = try waiting(account, london.day)
            if notices.isEmpty { continue }
            let last = try outbox.occasions(.digest, of: account.id).values.max()?.inLondon.day
            if WeeklyDigest.isDue(on: london.day, lastSent: last) {
                if try outbox.put(.digest, to: account.id, occasion: london.day.description, at: moment) { put += 1 }
                continue
            }
            // What the weekly message of today tells is not told twice.
            if last == london.day { continue }
            for notice in notices where isNear(notice, on: london.day) {
                if try outbox.put(.reminder, to: account.id, occasion: Postroom.occasion(of: notice), at: moment) {
                    put += 1
                }
            }
        }
        return put
    }

    private func isNear(_ notice: Notice, on day: Day) -> Bool {
        notice.due.map { $0 >= day && $0 - day <= MailLimits.daysBefore } ?? false
    }

    /// What a reminder is of: `/rounds/dental-2026/mine 2026-03-03`.
    static func occasion(of notice: Notice) -> String { "\(notice.path) \(notice.due?.description ?? "")" }

    /// Puts an invitation into the outbox.
    ///
    /// - Throws: `Refusal` of kind `rule`: `invited-just-now`, where one waits to be sent or too many do.
    func invite(_ account: Slug, to cause: InvitationCause, at moment: Moment) throws {
        let earlier = try outbox.items(of: account).contains {
            $0.kind == .invitation && $0.state == .waiting && Postroom.cause(of: $0) == cause
        }
        guard !earlier, try outbox.put(.invitation, to: account, occasion: "\(cause) \(moment)", at: moment) else {
            throw Refusal(
                .rule, code: "invited-just-now", "An invitation to “\(account)” waits to be sent already.",
                remedy: "See what became of it on the page on mail.")
        }
    }

    static func cause(of item: OutboxItem) -> InvitationCause? {
        InvitationCause(item.occasion.prefix { $0 != " " })
    }
}
