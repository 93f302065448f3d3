import Access
import Mail
import Markup
import Notices
import Pages
import Store
import Vocabulary

/// What became of the wish to say something.
enum MadeMessage {
    case message(MailMessage)
    /// There is nothing to be said any more, and why.
    case overtaken(String)
    /// It can be said to nobody, and why.
    case impossible(String)
}

extension Postroom {
    /// The words of a message of the outbox, as they are at this moment: they were never kept.
    func message(for item: OutboxItem, at moment: Moment) throws -> MadeMessage {
        let people = try keeper.people()
        guard let account = people.book.accounts[item.account], account.state == .invited || account.state == .active
        else { return .overtaken("the account may not sign in any more") }
        if item.kind.canBeTurnedOff {
            guard account.state == .active else { return .overtaken("the account may not sign in any more") }
            guard try outbox.wantsReminders(account.id) else { return .overtaken("its reader turned reminders off") }
        }
        guard let address = MailAddress(people.email(of: account)) else {
            return .impossible("mail cannot be sent to that address")
        }
        let day = moment.inLondon.day
        var (text, calendar): (NoticeText?, NoticeCalendar?) = (nil, nil)
        switch item.kind {
        case .invitation:
            guard let cause = Postroom.cause(of: item) else { return .impossible("nobody knows to what") }
            guard let path = try path(of: cause, for: account, at: moment) else {
                return .overtaken("there is nothing to join any more")
            }
            text = try invitation(to: cause, at: path, for: account, at: moment).text(from: system)
            if case .meeting(let id) = cause, let (start, end) = try meeting(id, moment) {
                calendar = NoticeCalendar(meeting: id, from: start, to: end, address: root + path)
            }
        case .reminder:
            let notice = try waiting(account, day).first { Postroom.occasion(of: $0) == item.occasion }
            text = notice.flatMap { Reminder(of: $0) }?.text(from: system, site: root, on: day)
            calendar = notice.map { NoticeCalendar(of: [$0], site: root) }
        case .digest:
            let notices = try waiting(account, day)
            text = WeeklyDigest(system: system, site: root).texts(of: notices, on: day).first
            calendar = NoticeCalendar(of: notices, site: root)
        }
        guard let text else { return .overtaken("it was done in the meantime") }
        var message = MailMessage(
            from: post.sender, to: Mailbox(address, name: people.name(of: account)), subject: text.subject,
            text: text.text)
        if let calendar, !calendar.isEmpty, let name = Slug("remit") {
            let lines = calendar.text(stampedAt: moment, domain: post.sender.address.host)
            message.calendar = MailMessage.CalendarFile(name: name, bytes: Array(lines.utf8))
        }
        return .message(message)
    }

    /// Where an invitation leads; nil where there is nothing to join any more.
    private func path(of cause: InvitationCause, for account: Account, at moment: Moment) throws -> String? {
        switch cause {
        case .account: Route.home.path
        case .round(let id):
            account.seats.contains { $0.round == id && $0.isHeld } ? Route.roundWork(id, .mine).path : nil
        case .meeting(let id): try meeting(id, moment) == nil ? nil : Route.meeting(id).path
        }
    }

    /// With a link that sets a password for who has none; it is made now, and ends those made before.
    private func invitation(
        to cause: InvitationCause, at path: String, for account: Account, at moment: Moment
    ) throws -> Invitation {
        guard account.state == .invited else {
            return Invitation(account: account.id, to: cause, link: root + path, until: nil)
        }
        let link = try keeper.makePasswordLink(for: account.id, as: nil, at: moment)
        let query = [("link", link), ("then", path)]
        return Invitation(
            account: account.id, to: cause,
            link: root + Route.setPassword.destination().adding(query: query).description,
            until: moment.inLondon.day.adding(days: AccessLimits.passwordLink / 86_400))
    }
}
