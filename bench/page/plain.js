// What a page would do that is made for one board alone: ask, then write the cards, without any library.
const [list] = document.getElementsByTagName('ul');
const answer = await fetch(document.body.dataset.question, { credentials: 'omit' });
const { total, offers, board } = await answer.json();
const names = new Map(board.partners.map(({ id, name }) => [id, name]));
document.querySelector('h2').textContent = board.name;
document.querySelector('p').textContent = `${total} offres`;
for (const { id, title, employer, place, contract, pay, postedAt, partners } of offers) {
  const card = document.createElement('li');
  card.className = 'card';
  const link = document.createElement('a');
  link.href = `${document.body.dataset.endpoint}/${board.id}/go/${id}`;
  link.textContent = title;
  const heading = document.createElement('h3');
  heading.append(link);
  card.append(heading);
  const facts = [
    employer?.name ?? 'Employeur non précisé',
    place?.name ?? 'Lieu non précisé',
    pay?.text ?? 'Salaire non précisé',
    contract.kind,
    new Date(postedAt).toLocaleDateString('fr'),
    names.get(partners[0]),
  ];
  for (const fact of facts) {
    const line = document.createElement('p');
    line.textContent = fact;
    card.append(line);
  }
  list.append(card);
}
