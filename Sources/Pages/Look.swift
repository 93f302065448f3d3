/// The one stylesheet, as it is served at `Route.stylesheet`.
public enum Look {
    public static let css: [UInt8] = PackageResources.remit_css
}
