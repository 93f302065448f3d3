import Glibc
import Vocabulary

/// Files as they come: one alone, compressed, many in an archive, a folder of them, or standard input.
///
/// The format is told by the first bytes, never by the name: plain, gzip, xz, bzip2, zstd, a tar under any of
/// them, or a zip. One member is in memory at a time. A zip on standard input is held whole, for its list
/// stands at its end. Archives inside archives are not followed.
package struct FileSource {
    /// A path, or `-` for standard input.
    package let path: String
    package let limits: Limits
    private let standardInput: Int32

    /// How much is unpacked at most, against files made to fill a machine.
    package struct Limits: Sendable {
        package var memberBytes: Int
        package var totalBytes: Int
        package var members: Int

        package init(memberBytes: Int = 512 << 20, totalBytes: Int = 4 << 30, members: Int = 100_000) {
            self.memberBytes = memberBytes
            self.totalBytes = totalBytes
            self.members = members
        }
    }

    package init(_ path: String, limits: Limits = Limits()) {
        self.init(path, limits: limits, standardInput: 0)
    }

    /// - Parameter standardInput: the descriptor that `-` stands for.
    init(_ path: String, limits: Limits = Limits(), standardInput: Int32) {
        self.path = path
        self.limits = limits
        self.standardInput = standardInput
    }

    /// What the file is called in sentences: its base name, or `standard input`.
    package var name: String { path == "-" ? "standard input" : SafeName.base(of: path) ?? SafeName.shown(path) }

    /// Hands every member that is data to `body`, one after another: in an archive's order, in a folder by
    /// name.
    ///
    /// Damage may come to light only behind members that `body` has already had: what it did with them must
    /// then be undone by the caller, for nothing of a damaged file is to be kept.
    /// - Returns: the members that were not handed on, each with its reason.
    /// - Throws: a `Refusal` where there is no such file, it may not be read, is empty, damaged, cut short,
    ///   under a password or too large, or holds no data; and, untouched, whatever `body` throws.
    @discardableResult
    package func forEachMember(_ body: (Member) throws -> Void) throws -> [SkippedMember] {
        var pass = MemberPass(limits: limits, containerName: nil)
        if path == "-" {
            try pass.read(descriptor: standardInput, name: name, body)
        } else if try FileSource.isFolder(path) {
            try pass.readFolder(at: path, name: name, body)
        } else {
            try pass.read(descriptor: try FileSource.open(path), name: name, body)
        }
        guard pass.handed > 0 else { throw pass.nothingFound(in: name) }
        return pass.skipped
    }

    static func open(_ path: String) throws(Refusal) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(path, code: errno) }
        return descriptor
    }

    private static func isFolder(_ path: String) throws(Refusal) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotOpen(path, code: errno) }
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
