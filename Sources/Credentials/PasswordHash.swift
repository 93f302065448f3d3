import CryptoExtras
import Foundation
import Synchronization

/// What is kept of a password: an scrypt hash (RFC 7914) with its salt and what it cost.
///
/// Written `scrypt$N$r$p$salt$hash`, salt and hash in base 64 for addresses. A password is taken in the compatibility
/// form of Unicode (NFKC), so that it is the same from every keyboard, as NIST SP 800-63B asks.
package struct PasswordHash: Hashable, Sendable {
    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// How much work and memory one guess takes: scrypt's N, r and p.
    package struct Cost: Hashable, Sendable {
        package let rounds: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// One of those that OWASP's Password Storage Cheat Sheet names as equal to N = 2^17, r = 8, p = 1; it takes 32 MB
        /// at a time, so that several may sign in at once on a small machine.
        package static let current = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)

        /// What one guess comes to.
        var work: Int { rounds * blockSize * parallelism }

        /// Bounds beyond which a kept text is none of ours, so that no text can ask for all the memory there is.
        var isPossible: Bool {
            rounds.nonzeroBitCount == 1 && (2...1 << 20).contains(rounds) && (1...32).contains(blockSize)
                && (1...16).contains(parallelism) && work <= 1 << 26
        }
    }

    /// Of a new password, with a salt of its own.
    package init(of password: String, cost: Cost = .current) {
        precondition(cost.isPossible)
        self.cost = cost
        salt = Chance.bytes(16)
        hash = PasswordHash.derived(from: password, salt: salt, cost: cost)
    }

    /// Of no password at all: comparing one with it takes the same work, and never holds.
    package static func ofNothing(cost: Cost = .current) -> PasswordHash {
        PasswordHash(cost: cost, salt: Chance.bytes(16), hash: Chance.bytes(32))
    }

    /// The costs of the hashes that a task has worked out: so that a test can count the work, and needs no clock.
    package final class Made: Sendable {
        private let held = Mutex<[Cost]>([])

        package init() {}

        package var costs: [Cost] { held.withLock { $0 } }

        fileprivate func add(_ cost: Cost) { held.withLock { $0.append(cost) } }
    }

    /// Where they are counted; nowhere unless a test asks.
    @TaskLocal package static var made: Made?

    private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// - Returns: nil where the text is of another form.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Base64URL.bytes(parts[4]), let hash = Base64URL.bytes(parts[5]),
            salt.count == 16, hash.count == 32
        else { return nil }
        let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isPossible else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    package var text: String {
        "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(Base64URL.text(salt))$\(Base64URL.text(hash))"
    }

    /// True where this is the password; takes the same work whether it is or not.
    package func holds(_ password: String) -> Bool {
        ConstantTime.areEqual(PasswordHash.derived(from: password, salt: salt, cost: cost), hash)
    }

    /// True where it cost less than is asked for now: it is made anew when its password is next given.
    package func needsRehash(to cost: Cost = .current) -> Bool { self.cost.work < cost.work }

    /// - Parameter password: of which at most the first 1,024 bytes are read: more cannot have been set.
    static func derived(from password: String, salt: [UInt8], cost: Cost, count: Int = 32) -> [UInt8] {
        var bytes = Array(password.prefix(1_024).precomposedStringWithCompatibilityMapping.utf8.prefix(1_024))
        made?.add(cost)
        // The library takes no empty input; no password that may be set is a single zero.
        if bytes.isEmpty { bytes = [0] }
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: count, rounds: cost.rounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
            return key.withUnsafeBytes { Array($0) }
        } catch {
            preconditionFailure("scrypt takes what was checked: \(error)")
        }
    }
}
