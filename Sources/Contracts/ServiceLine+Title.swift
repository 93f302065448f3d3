extension ServiceLine {
    /// For reading.
    public var title: String {
        switch self {
        case .general: "General dental services"
        case .orthodontic: "Orthodontics"
        case .domiciliary: "Domiciliary visits"
        case .sedation: "Sedation"
        case .advancedMandatory: "Advanced mandatory services"
        case .dentalPublicHealth: "Dental public health"
        case .access: "Access"
        case .accessOutOfHours: "Access out of hours"
        case .prison: "Prison"
        case .community: "Community dental services"
        case .endodontic: "Endodontics"
        case .periodontic: "Periodontics"
        case .minorOralSurgery: "Minor oral surgery"
        case .prosthodontic: "Prosthodontics"
        case .therapistTraining: "Therapist training"
        case .professionalDevelopment: "Continuing professional development"
        case .clinicalAudit: "Clinical audit"
        case .localPrevention: "Local prevention initiatives"
        case .nationalPrevention: "National prevention initiatives"
        case .excessDelivery: "Excess delivery"
        case .orthodonticExcessDelivery: "Orthodontic excess delivery"
        case .oralHealthAccess: "Oral health access"
        case .orthodonticOralHealthAccess: "Orthodontic oral health access"
        case .additionalServicesExcess: "Additional services excess"
        case .flexibleSecuringAccess: "Flexible: securing access"
        case .flexiblePromotingAccess: "Flexible: promoting access"
        case .flexibleProvidingCare: "Flexible: providing care"
        case .flexibleStartingWell: "Flexible: starting well"
        case .flexibleEnhancedHealth: "Flexible: enhanced health"
        case .flexibleCollaborating: "Flexible: collaborating"
        }
    }
}
