import Transfer
import Vocabulary

/// Why nobody is signed in: sentences for the person who tried and for the log, with no token, code, name or address
/// in them.
enum OpenIDRefusal {
    private static let again = "Start again from the sign-in page."

    /// The provider, or what stands between, is at fault: whoever administers it mends it.
    static func provider(_ words: String) -> Refusal {
        Refusal(
            .engine, code: "openid-provider", "Signing in by the OpenID provider failed: \(words).",
            remedy: "Try again later; if it stays so, tell the administrator.")
    }

    static func transfer(_ fault: TransferFault) -> Refusal { provider(fault.inWords) }

    /// The token is not what it must be.
    static func token(_ words: String) -> Refusal {
        Refusal(
            .permission, code: "openid-token", "The OpenID provider’s word does not hold: \(words).", remedy: again)
    }

    /// What came back belongs to no sign-in that was begun here.
    static var unknownSignIn: Refusal {
        Refusal(
            .permission, code: "openid-state",
            "This sign-in was not begun in this browser, took too long, or is over already.", remedy: again)
    }

    static func answer(_ words: String) -> Refusal {
        Refusal(.permission, code: "openid-answer", "The OpenID provider let nobody in: \(words).", remedy: again)
    }
}
