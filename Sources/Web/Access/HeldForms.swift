import Pages
import Synchronization
import Vocabulary

/// What somebody had typed into a form when their session was over: shown again to them, and to nobody else, once they
/// have signed in. In memory, for an hour; passwords, codes and files are not held.
final class HeldForms: Sendable {
    private static let lifetime = 3_600
    /// Of all fields of a form together, in bytes.
    private static let mostBytes = 256 << 10
    private static let most = 500
    private static let secret = ["password", "code", "secret", "csrf"]

    private struct Form {
        let path: String
        let values: [String: [String]]
        let at: Moment
    }

    private let held = Mutex<[Slug: Form]>([:])

    /// - Returns: false where it is not held, because it is too large.
    func keep(_ values: [String: [String]], of path: String, for account: Slug, at moment: Moment) -> Bool {
        let plain = values.filter { name, _ in !HeldForms.secret.contains { name.lowercased().contains($0) } }
        let size = plain.reduce(0) { $0 + $1.key.utf8.count + $1.value.reduce(0) { $0 + $1.utf8.count } }
        guard size <= HeldForms.mostBytes else { return false }
        held.withLock { held in
            held = held.filter { !isOver($0.value, at: moment) }
            if held.count >= HeldForms.most { held.removeAll() }
            held[account] = Form(path: path, values: plain, at: moment)
        }
        return true
    }

    /// What the account had typed at a path, once.
    func take(for account: Slug, at path: String, _ moment: Moment) -> [String: [String]]? {
        held.withLock { held in
            guard let form = held[account], form.path == path else { return nil }
            held[account] = nil
            return isOver(form, at: moment) ? nil : form.values
        }
    }

    private func isOver(_ form: Form, at moment: Moment) -> Bool {
        moment.secondsSince1970 - form.at.secondsSince1970 > HeldForms.lifetime
    }
}
