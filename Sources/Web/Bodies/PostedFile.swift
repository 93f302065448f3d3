import Foundation

/// A file that was sent, kept in a temporary place that only we may read; it goes with the last that holds it.
final class PostedFile: Sendable {
    /// As the browser says, without folders; nobody vouches for it.
    let name: String
    let size: Int
    let path: String

    init(name: String, size: Int, path: String) {
        self.name = name
        self.size = size
        self.path = path
    }

    deinit { unlink(path) }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
}

/// A file that is being written as its part comes in; taken away again where it does not come to its end.
final class IncomingFile {
    private let name: String
    private let path: String
    private let handle: FileHandle
    private var size = 0
    private var isKept = false

    /// - Parameter folder: for temporary files; the file's own name is of our making.
    init(name: String, in folder: String) throws {
        self.name = name
        path = folder + "/remit-upload-" + UUID().uuidString
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        if !isKept { unlink(path) }
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
        size += bytes.count
    }

    func finished() throws -> PostedFile {
        try handle.close()
        isKept = true
        return PostedFile(name: name, size: size, path: path)
    }
}
