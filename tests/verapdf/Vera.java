import java.io.File;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Judge PDF files with veraPDF: java Vera.java ua1,2a file.pdf… prints "file flavour verdict checks" and each broken rule. */
public class Vera {
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (int place = 1; place < args.length; place++) {
            for (String id : args[0].split(",")) {
                judge(PDFAFlavour.fromString(id), new File(args[place]));
            }
        }
    }

    private static void judge(PDFAFlavour flavour, File file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "compliant" : "broken";
            System.out.println(file.getName() + "\t" + flavour.getId() + "\t" + verdict + "\t" + result.getTotalAssertions());
            for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
                RuleId id = rule.getKey();
                System.out.println("  " + id.getClause() + " test " + id.getTestNumber() + ": " + rule.getValue() + " times");
            }
        }
    }
}
