-- Completing is “aanvullen” and “ergänzen” in every text (docs/glossary.yaml). A name that support staff have changed since is theirs and stays.
update prima_web_function
   set names_nl = array_replace(names_nl, 'Een hulpaanvraag vervolledigen', 'Een hulpaanvraag aanvullen'),
       names_de = array_replace(names_de, 'Einen Hilfsantrag vervollständigen', 'Einen Hilfsantrag ergänzen')
 where code = 'AID_WRITE';
