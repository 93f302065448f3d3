import Digests
import Markup
import Synchronization
import Vocabulary

/// What stands in the forms of somebody who has not signed in: made of a cookie that only this site can set, so that
/// another site cannot sign a visitor in as somebody else.
struct FormSeal: Sendable {
    private let brought: String?
    private let drawn = Drawn()

    /// - Parameter secret: out of a cookie; another is drawn by chance where it is none of ours.
    init(_ secret: String? = nil) {
        brought = secret.flatMap { (12...80).contains($0.utf8.count) ? $0 : nil }
    }

    /// What the cookie holds.
    var secret: String { brought ?? drawn.secret }

    /// Drawn when it is first asked for, and the same from then on: most answers need none.
    private final class Drawn: Sendable {
        private let known = Mutex<String?>(nil)

        var secret: String {
            known.withLock { known in
                if let known { return known }
                var chance = SystemRandomNumberGenerator()
                let made = (0..<4).map { _ in String(chance.next(), radix: 36) }.joined(separator: "-")
                known = made
                return made
            }
        }
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
