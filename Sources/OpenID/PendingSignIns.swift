import Credentials
import Vocabulary

/// Sign-ins that were begun and have not come back; each comes back once.
struct PendingSignIns: Sendable {
    private var pending: [String: PendingSignIn] = [:]

    /// More are not kept: the oldest go first, so that nobody fills the memory by asking.
    static let most = 1_000

    var count: Int { pending.count }

    mutating func keep(_ signIn: PendingSignIn, at moment: Moment) {
        if pending.count >= PendingSignIns.most {
            pending = pending.filter { !$0.value.isOver(at: moment) }
            if pending.count >= PendingSignIns.most,
                let oldest = pending.values.min(by: { ($0.startedAt, $0.state) < ($1.startedAt, $1.state) })
            {
                pending[oldest.state] = nil
            }
        }
        pending[signIn.state] = signIn
    }

    /// Takes it out, whatever becomes of it.
    ///
    /// - Returns: nil where there is none of that state, it is over, or another browser began it.
    mutating func take(state: String, browser: EvidenceID, at moment: Moment) -> PendingSignIn? {
        guard let signIn = pending[state], ConstantTime.areEqual(signIn.browser.bytes, browser.bytes) else {
            return nil
        }
        pending[state] = nil
        return signIn.isOver(at: moment) ? nil : signIn
    }
}
