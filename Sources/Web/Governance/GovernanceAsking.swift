import Governance
import Markup
import Pages
import Vocabulary

/// A page with its form, and what follows when it is sent to the page's own address.
struct GovernanceAsking {
    let page: any Page
    let take: (Sent) throws -> Outcome

    init<Asked>(_ form: GovernanceForm<Asked>) throws {
        page = try form.page()
        take = { try form.take($0) }
    }

    init(page: any Page, take: @escaping (Sent) throws -> Outcome) {
        self.page = page
        self.take = take
    }
}

extension RouteList {
    /// A page with one form, and the form at the same path.
    ///
    /// - Parameter make: given what was sent; nil where the page is asked for.
    mutating func asking(
        _ path: String, entry: Entry, limits: BodyLimits = .form,
        _ make: @escaping @Sendable (Question, Sent?) throws -> GovernanceAsking
    ) {
        page(path, entry: entry, isTable: false) { Answer(try make($0, nil).page) }
        form(path, entry: entry, limits: limits) { try make($0.question, $0).take($0) }
    }
}
