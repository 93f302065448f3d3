import Foundation
import Glibc
import Synchronization
package import Vocabulary

/// Files read and written as a whole.
package enum WholeFile {
    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: a `Refusal` where there is no such file, it may not be read, or is larger than the limit.
    package static func read(_ path: String, limit: Int = 512 << 20) throws(Refusal) -> [UInt8] {
        let descriptor = path == "-" ? 0 : try FileSource.open(path)
        let name = path == "-" ? "standard input" : path
        return try ByteSource(descriptor: descriptor, name: name).rest(limit: limit)
    }

    /// Writes the file whole or not at all: beside its place under another name, to the disk, then renamed.
    ///
    /// - Parameter replacing: false refuses where the name is taken, also when it is taken meanwhile.
    /// - Throws: a `Refusal` where the place is a folder, is taken, may not be written, or its folder does
    ///   not exist.
    package static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool = false
    ) throws(Refusal) {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { throw .cannotWrite(path, code: EISDIR) }
            guard replacing else { throw .cannotWrite(path, code: EEXIST) }
            // What is not a file of its own (a terminal, /dev/stdout) is written to, and not replaced.
            if status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, to: path) }
            guard access(path, W_OK) == 0 else { throw .cannotWrite(path, code: errno) }
        }
        let beside = temporaryName(beside: path)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
        let failure = fill(descriptor, with: bytes) ?? place(beside, at: path, replacing: replacing)
        if let failure {
            unlink(beside)
            throw .cannotWrite(path, code: failure)
        }
        syncFolder(of: path)
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws(Refusal) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
        if let failure = fill(descriptor, with: bytes, isOnDisk: false) { throw .cannotWrite(path, code: failure) }
    }

    /// - Returns: what went wrong; the descriptor is closed in any case.
    private static func fill(_ descriptor: Int32, with bytes: [UInt8], isOnDisk: Bool = true) -> Int32? {
        var done = 0
        var failure: Int32?
        bytes.withUnsafeBytes { buffer in
            while done < buffer.count, failure == nil {
                let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if count >= 0 { done += count } else if errno != EINTR { failure = errno }
            }
        }
        if failure == nil, isOnDisk, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == nil { failure = errno }
        return failure
    }

    private static func place(_ beside: String, at path: String, replacing: Bool) -> Int32? {
        if replacing { return rename(beside, path) == 0 ? nil : errno }
        // A second name fails where one is taken, which a rename does not.
        if link(beside, path) == 0 {
            unlink(beside)
            return nil
        }
        guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { return errno }
        // Some file systems know no second names: there, a name taken in this very moment is replaced.
        return access(path, F_OK) == 0 ? EEXIST : rename(beside, path) == 0 ? nil : errno
    }

    /// In the same folder, hidden, and of nobody else's choosing.
    static func temporaryName(beside path: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let number = counter.add(1, ordering: .relaxed).newValue
        return "\(folder).remit-\(getpid())-\(number).part"
    }

    private static let counter = Atomic<Int>(0)

    /// So that the name, too, survives a power cut; a file system that cannot do it is none of the caller's
    /// business.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
