extension CommissionersFile {
    /// The file that comes with Remit, byte for byte.
    public static var shipped: [UInt8] { PackageResources.commissioners_csv }
}
