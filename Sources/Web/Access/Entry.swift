import Access
import Vocabulary

/// Who may enter a route. Every route has one; there is no way to register a route without.
///
/// It says who may (roles), not when something may be done: that the acts decide.
enum Entry: Hashable, Sendable {
    /// What is published, and the way in.
    case everybody
    /// Whoever has signed in, whatever their roles.
    case signedIn
    /// Whoever holds the permission at some commissioner at least; what is then shown is what they hold it for.
    case holding(Permission)

    func admits(_ visitor: Visitor, by rules: AccessRules, on day: Day) -> Bool {
        switch self {
        case .everybody: return true
        case .signedIn: return visitor.signedIn != nil
        case .holding(let permission):
            guard let account = visitor.signedIn?.account else { return false }
            return rules.maySomewhere(account, permission, on: day)
        }
    }

    /// Who may enter, in words; nobody in particular where it is open to all who sign in.
    func roles(by rules: AccessRules) -> [String] {
        switch self {
        case .everybody, .signedIn: []
        case .holding(let permission): rules.roles(with: permission).map(\.inWords)
        }
    }
}
