import Vocabulary
import Digests
import Markup

/// What stands in the forms of somebody who has not signed in: made of a cookie that only this site can set, so that
/// another site cannot sign a visitor in as somebody else.
struct FormSeal: Sendable {
    /// What the cookie holds.
    private(set) var secret: String

    /// Drawn by chance.
    init() {
        var chance = SystemRandomNumberGenerator()
        secret = (0..<4).map { _ in String(chance.next(), radix: 36) }.joined(separator: "-")
    }

    /// - Parameter secret: out of a cookie; another is drawn where it is none of ours.
    init(_ secret: String?) {
        self.init()
        if let secret, (12...80).contains(secret.utf8.count) { self.secret = secret }
    }

    var token: FormToken {
        guard let token = FormToken(Digest.of("remit form " + secret).description) else {
            preconditionFailure("a digest is not blank")
        }
        return token
    }
}

extension String {
    /// Equal in every byte, found out in a time that does not tell where they differ.
    func isSame(as other: String) -> Bool {
        let (mine, others) = (Array(utf8), Array(other.utf8))
        guard mine.count == others.count else { return false }
        return zip(mine, others).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
