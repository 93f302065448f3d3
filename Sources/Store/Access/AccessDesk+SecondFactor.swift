import Access
import Credentials
import GRDB
package import Vocabulary

extension AccessDesk {
    /// True where a code is asked for after the password.
    package func hasSecondFactor(_ account: Slug) throws -> Bool {
        try store.read { db in try CredentialRows.of(account, db)?.secret != nil }
    }

    /// A new secret for an app, as text and as the address that the app's camera reads; nothing is kept of it until it is
    /// turned on.
    ///
    /// - Parameters:
    ///   - email: by which the app is to name the account.
    ///   - installation: whose it is, as the app is to name it.
    package static func newSecret(for email: String, at installation: String) -> (secret: String, address: String) {
        let secret = TimeCodeSecret()
        return (secret.text, secret.address(issuer: installation, holder: email))
    }

    /// The same address again of a secret that was shown before; nil where the text is no secret.
    package static func address(of secret: String, for email: String, at installation: String) -> String? {
        TimeCodeSecret(text: secret)?.address(issuer: installation, holder: email)
    }

    /// Asks for a code at every sign-in from now on, once the app has shown that it has the secret.
    ///
    /// - Returns: ten recovery codes, to be shown once; what is kept of them does not tell them.
    /// - Throws: `Refusal`: `code-wrong`; `second-factor-on` of kind `rule`, where there is one; `password-missing` of kind
    ///   `rule`, where the account signs in without a password.
    package func turnOnSecondFactor(
        secret: String, code: String, of account: Slug, at moment: Moment
    ) throws -> [String] {
        guard let secret = TimeCodeSecret(text: secret), let step = secret.step(of: code, at: moment, after: nil) else {
            throw AccessDesk.wrongCode
        }
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode() }
        try store.write { db in
            guard let credential = try CredentialRows.of(account, db) else {
                throw Refusal(.rule, code: "password-missing", "The account “\(account)” has no password.")
            }
            guard credential.secret == nil else {
                throw Refusal(
                    .rule, code: "second-factor-on", "The account asks for a code already.",
                    remedy: "To use another app, turn it off first.")
            }
            try CredentialRows.set(secret, of: account, lastStep: step, at: moment, db)
            try CredentialRows.setRecoveryCodes(codes, of: account, db)
        }
        return codes.map(\.text)
    }

    /// - Throws: `Refusal`: `password-wrong`.
    package func turnOffSecondFactor(of account: Slug, password: String, at moment: Moment) throws {
        _ = try require(password: password, of: account, at: moment)
        try removeSecondFactor(of: account)
    }

    /// Takes the second factor from an account whose holder has lost phone and recovery codes, as whoever runs the
    /// installation may.
    package func removeSecondFactor(of account: Slug) throws {
        try store.write { db in try CredentialRows.removeSecret(of: account, db) }
    }

    /// How many recovery codes have not been used.
    package func recoveryCodesLeft(of account: Slug) throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM recovery_code WHERE account = ?", arguments: [account.description])!
        }
    }

    /// Ten new recovery codes in the place of all earlier ones.
    ///
    /// - Throws: `Refusal`: `password-wrong`; `second-factor-off` of kind `rule`.
    package func newRecoveryCodes(of account: Slug, password: String, at moment: Moment) throws -> [String] {
        _ = try require(password: password, of: account, at: moment)
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode() }
        try store.write { db in
            guard try CredentialRows.of(account, db)?.secret != nil else {
                throw Refusal(.rule, code: "second-factor-off", "The account does not ask for a code.")
            }
            try CredentialRows.setRecoveryCodes(codes, of: account, db)
        }
        return codes.map(\.text)
    }
}
