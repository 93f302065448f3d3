import Contracts
import Store
import Access
import Markup
import Organisations
import Pages
import Tabular
import Vocabulary

/// Who may sign in, for administrators: those of one commissioner see and change what is of it.
enum PeopleAnswer {
    static func all(_ question: Question) throws -> Answer {
        let table = try question.door.keeper.people().tables.accounts(
            on: question.now.inLondon.day, within: question.reach(.administer))
        let leadsToMail = question.reach(.administer) == .everywhere
        return Answer(PeoplePage(table: table, leadsToMail: leadsToMail), table: table)
    }

    static func adding(_ question: Question) -> Answer { Answer(AddPersonPage(token: question.token)) }

    static func add(_ sent: Sent) throws -> Outcome {
        let body = sent.body
        var page = AddPersonPage(
            token: sent.question.token, account: body.text("account"), name: body.text("name"),
            email: body.text("email"))
        if page.name.isEmpty || page.name.count > 100 {
            page.errors["name"] = "Enter the person’s name, at most 100 letters."
        }
        if page.email.wholeMatch(of: /[^\s@]+@[^\s@]+\.[^\s@]+/) == nil || page.email.count > 254 {
            page.errors["email"] = "Enter an e-mail address, such as ada@wexbourne.example."
        }
        let id = Slug(page.account)
        if id == nil || page.account == "add" {
            page.errors["account"] = "Enter a short name of small letters, digits and hyphens, such as a014."
        }
        guard page.errors.isEmpty, let id else { return Outcome(kind: .again(page)) }
        do {
            try perform(sent) { keep, book in
                [AddAccount(account: id, name: try keep(page.name), email: try keep(page.email))]
            }
        } catch let refusal as Refusal where refusal.kind != .engine {
            if refusal.code == "account-exists" {
                page.errors["account"] = refusal.description
            } else if refusal.code.contains("email") {
                page.errors["email"] = refusal.description
            } else {
                page.failure = refusal.description
            }
            return Outcome(kind: .again(page))
        }
        return .done(.personAccount(id), "\(page.name) was added. Now give a role, and say how to sign in.")
    }

    static func one(_ question: Question) throws -> Answer { Answer(try page(question)) }

    static func grant(_ sent: Sent) throws -> Outcome {
        var page = try PeopleAnswer.page(sent.question)
        let body = sent.body
        let names = DayTyped.names(of: "until")
        page.given.role = body.text("role")
        page.given.commissioner = body.text("commissioner")
        page.given.until = DayTyped(
            day: body.text(names.day), month: body.text(names.month), year: body.text(names.year))
        let role = Role(rawValue: page.given.role)
        if role == nil { page.given.errors["role"] = "Choose a role." }
        let code = OrganisationCode(page.given.commissioner)
        if code == nil, page.given.commissioner != "all" {
            page.given.errors["commissioner"] = "Choose a commissioner."
        }
        let typed = page.given.until
        let isOpen = typed == DayTyped()
        let until = Int(typed.year).flatMap { year in
            Int(typed.month).flatMap { month in Int(typed.day).flatMap { Day(year: year, month: month, day: $0) } }
        }
        if !isOpen, until == nil { page.given.errors["until"] = "Enter a day that there is, such as 31 3 2027." }
        guard page.given.errors.isEmpty, let role else { return Outcome(kind: .again(page)) }
        do {
            try perform(sent) { _, _ in
                [
                    GrantRole(
                        account: page.account.id, role: role,
                        commissioner: page.given.commissioner == "all" ? nil : code,
                        since: sent.question.now.inLondon.day, until: until)
                ]
            }
        } catch let refusal as Refusal where refusal.kind != .engine {
            page.given.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.personAccount(page.account.id), "\(page.name) is now \(role.inWords).")
    }

    static func withdraw(_ sent: Sent) throws -> Outcome {
        let place = sent.body.text("commissioner")
        let code = OrganisationCode(place)
        guard let role = Role(rawValue: sent.body.text("role")), code != nil || place == "all" else {
            throw Refusal(.usage, code: "unreadable-role", "The form names no role that could be withdrawn.")
        }
        return try change(sent, "That role was withdrawn.") {
            WithdrawRole(account: $0, role: role, commissioner: place == "all" ? nil : code)
        }
    }

    static func suspend(_ sent: Sent) throws -> Outcome {
        try change(sent, "The account was suspended, and its sessions ended.", isEnding: true) {
            SuspendAccount(account: $0)
        }
    }

    static func restore(_ sent: Sent) throws -> Outcome {
        try change(sent, "The account was restored.") { RestoreAccount(account: $0) }
    }

    /// Makes a link by which the person sets a password, and shows it once.
    static func link(_ sent: Sent) throws -> Outcome {
        var page = try PeopleAnswer.page(sent.question)
        do {
            let link = try sent.question.door.keeper.makePasswordLink(
                for: page.account.id, as: sent.question.signedIn().account.id, at: sent.question.now)
            page.passwordLink =
                sent.question.asked.root
                + Route.setPassword.destination().adding(query: [("link", link)]).description
        } catch let refusal as Refusal where refusal.kind != .engine {
            page.given.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        return Outcome(kind: .shown(page))
    }

    static func close(_ sent: Sent) throws -> Outcome {
        try change(sent, "The account was closed, and its sessions ended.", isEnding: true) {
            CloseAccount(account: $0)
        }
    }

    /// One act on the account that the path names; a refusal is told on the account's page.
    static func change(
        _ sent: Sent, _ notice: String, isEnding: Bool = false, _ act: @escaping (Slug) -> any AccessAct
    ) throws -> Outcome {
        var page = try PeopleAnswer.page(sent.question)
        do {
            let id = page.account.id
            try perform(sent) { _, _ in [act(id)] }
        } catch let refusal as Refusal where refusal.kind != .engine {
            page.given.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        if isEnding { try sent.question.door.keeper.endAll(of: page.account.id, besides: nil) }
        return .done(.personAccount(page.account.id), notice)
    }

    static let beyondReach = Refusal(
        .permission, code: "beyond-your-reach", "You administer other commissioners than this would need.",
        remedy: "Ask an administrator of all commissioners.")

    /// Judges each act by what the visitor may give and take, then performs all of them or none.
    static func perform(
        _ sent: Sent, _ make: @escaping ((String) throws -> Personal, AccessBook) throws -> [any AccessAct]
    ) throws {
        try perform(sent.question, make)
    }

    /// The same for a program.
    static func perform(
        _ question: Question, _ make: @escaping ((String) throws -> Personal, AccessBook) throws -> [any AccessAct]
    ) throws {
        let visitor = try question.signedIn()
        let day = question.now.inLondon.day
        try question.door.keeper.perform(by: visitor.account, at: question.now) { keep, book in
            let acts = try make(keep, book)
            for act in acts where !question.door.rules.mayPerform(act, as: visitor.account, in: book, on: day) {
                throw beyondReach
            }
            return acts
        }
    }

    /// - Throws: `not-found` for an account that the visitor may not know of.
    static func page(_ question: Question) throws -> PersonAccountPage {
        let id = try question.parameter("account") { Slug($0) }
        let (day, reach) = (question.now.inLondon.day, question.reach(.administer))
        let people = try question.door.keeper.people()
        let own = try question.signedIn().account.id
        let shown = people.tables.accounts(on: day, within: reach).rows.map { $0[0].shown }
        guard let account = people.book.accounts[id], shown.contains(id.description) else {
            throw Refusal(.usage, code: "not-found", "Account \(id)")
        }
        var page = PersonAccountPage(
            token: question.token, account: account, name: people.name(of: account), email: people.email(of: account),
            day: day, commissioners: commissioners(question, within: reach),
            mayGrantEverywhere: reach == .everywhere, isOwn: account.id == own)
        page.signInLinks = try question.door.keeper.signInLinks(of: account.id).map {
            PersonAccountPage.SignInLink(
                issuer: $0.issuer, subject: $0.subject, linkedOn: $0.linkedAt.inLondon.day)
        }
        page.ties = try ties(of: account, question)
        return page
    }

    /// Commissioners that the directory or the contract files know, by name.
    static func commissioners(_ question: Question, within reach: AccessRules.Reach) -> [Choice] {
        let day = question.now.inLondon.day
        let names = OrganisationNames(question.desk)
        let codes = Set(question.desk.book.contractYears.map(\.commissioner)).filter { reach.covers($0) }
        return codes.map { Choice($0.description, names.name(of: $0, on: day) ?? $0.description) }
            .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    }
}
