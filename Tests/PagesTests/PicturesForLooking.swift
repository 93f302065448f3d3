import Foundation
import Markup
import Pages
import Testing

/// Writes every page of the sample as a file, for looking at in a browser; a tool, run on request.
///
/// `REMIT_PICTURES=DIR REMIT_PURE=1 REMIT_ONLY=Pages swift test --filter PicturesForLooking` leaves `NAME.html` for
/// each page, `empty-NAME.html` for each without data, and `NAME-375.html`, which shows it as wide as a phone.
@Suite struct PicturesForLooking {
    static let folder = ProcessInfo.processInfo.environment["REMIT_PICTURES"]

    @Test(.enabled(if: folder != nil, "REMIT_PICTURES names no folder"))
    func `every page can be written to look at`() throws {
        let folder = URL(fileURLWithPath: Self.folder ?? "", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ page: any Page, in shell: Shell) throws {
            var alone = shell
            alone.stylesheet = .embedded(Look.css)
            let bytes = page.render(in: alone).bytes()
            try Data(bytes).write(to: folder.appendingPathComponent("\(name).html"))
            for width in [375, 768] {
                let frame = """
                    <!doctype html><title>\(name)</title>
                    <iframe src="\(name).html" width="\(width)" height="6000" frameborder="0"></iframe>
                    """
                try Data(frame.utf8).write(to: folder.appendingPathComponent("\(name)-\(width).html"))
            }
        }
        for (name, page) in Sample.pages { try write(name, page, in: Sample.shell) }
        for (name, page) in Sample.emptyPages { try write("empty-\(name)", page, in: Sample.emptyShell) }
        for (name, page) in RoundSample.pages { try write(name, page, in: Sample.shell) }
        for (name, page) in RoundSample.emptyPages { try write("empty-\(name)", page, in: Sample.shell) }
        for (name, page) in GovernanceSample.pages { try write(name, page, in: Sample.shell) }
        for (name, page) in GovernanceSample.emptyPages { try write("empty-\(name)", page, in: Sample.shell) }
        for (name, page) in AccessSample.pages { try write("access-\(name)", page, in: AccessSample.shell) }
        for (name, page) in AccessSample.pagesOfNobody { try write("access-\(name)", page, in: AccessSample.nobody) }
        for file in RecordSite.pages(for: RoundSample.view) {
            try Data(file.bytes).write(to: folder.appendingPathComponent("record-\(file.path)"))
        }
    }
}
